import type { FormState } from '../../kernel/form.ts';
import { CellInput, Hidden, Icon } from '../../ui/index.ts';
import { claimForm } from './claim.form.ts';
import { type Coupon, othersLabel } from './claim.ts';
import type { ClaimPage } from './load-claim-page.service.ts';
import { roles } from './table-roles.ts';

type Props = {
  readonly page: ClaimPage;
  readonly state: FormState;
  readonly coupon: Coupon;
  readonly rowKey: string;
  readonly n: string;
  readonly slim: boolean;
};

const typed = ({ values }: FormState, name: string): string => String(values[name] ?? '');

/**
 * 都道府県 and 市町村 of a row. Choosing the one offers the other at once (claim.island); without script by the button
 * beside it. The magnifier finds a municipality by name, kana or code.
 */
export const ResidenceCells = ({ page, state, coupon, rowKey, n, slim }: Props) => {
  const prefecture = typed(state, `${coupon}.${rowKey}.prefecture`);
  const municipality = typed(state, `${coupon}.${rowKey}.municipality`);
  const fit = municipality.startsWith(prefecture) ? municipality : '';
  const cell = { def: claimForm, state, table: coupon, row: rowKey, rowLabel: othersLabel } as const;
  return (
    <>
      <td data-label="都道府県" {...roles.cell}>
        <CellInput
          {...cell}
          column="prefecture"
          label={`${othersLabel} 都道府県 ${n}行目`}
          options={page.prefectures
            .filter(({ code }) => !slim || code === prefecture)
            .map(({ code, name }) => ({ value: code, label: name }))}
        />
        <noscript>
          <button
            type="submit"
            class="button button-text button-small"
            name="_cancel"
            value="1"
            formAction={`/claims/${page.month}`}
          >
            市町村を表示
          </button>
        </noscript>
      </td>
      <td data-label="市町村" {...roles.cell}>
        <span
          class="joined"
          data-lookup="/claims/municipalities"
          data-lookup-label="市町村"
          data-lookup-heading="市町村"
        >
          <CellInput
            {...cell}
            column="municipality"
            label={`${othersLabel} 市町村 ${n}行目`}
            options={municipalityOptions(page, prefecture, fit, slim)}
          />
          <input type="hidden" data-lookup-text value="" />
          <input type="hidden" data-lookup-id value="" />
          <button type="button" class="joined-button" data-lookup-open data-claim-search hidden>
            <Icon name="search" />
            <Hidden>市町村 {n}行目 虫眼鏡マーク</Hidden>
          </button>
        </span>
      </td>
    </>
  );
};

/** The municipalities of the chosen prefecture without the own one; one that is no more stands there to be replaced. */
const municipalityOptions = (page: ClaimPage, prefecture: string, chosen: string, slim: boolean) => {
  const all = page.choicesOf(prefecture).filter(({ value }) => value !== page.own.code || value === chosen);
  const known = slim ? all.filter(({ value }) => value === chosen) : all;
  const gone = chosen !== '' && !all.some(({ value }) => value === chosen);
  const name = page.claim?.sheets.with.others
    .concat(page.claim.sheets.without.others)
    .find(({ residence }) => residence.code === chosen)?.residence.name;
  return gone ? [{ value: chosen, label: `${name ?? chosen}（現在はありません）` }, ...known] : known;
};
