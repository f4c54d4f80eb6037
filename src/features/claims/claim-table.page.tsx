import type { FormState } from '../../kernel/form.ts';
import { Button, CellInput, HelpMark, Hidden, inputId, Total } from '../../ui/index.ts';
import { claimForm } from './claim.form.ts';
import { type Coupon, couponLabels, othersLabel, ownLabel } from './claim.ts';
import { type Counts, sumOf } from './claim-counts.ts';
import { type ClaimForm, type CountKey, countLabels, shownKeys } from './claim-forms.ts';
import { typedTable } from './claim-rows.ts';
import type { ClaimPage } from './load-claim-page.service.ts';
import { ResidenceCells } from './residence-cells.page.tsx';
import { reachable, roles } from './table-roles.ts';

/** Beyond this many rows the choices of a saved row are filled in by the script when they are opened. */
const manyRows = 60;

const definitions: Readonly<Record<Coupon, string>> = {
  with: 'クーポンありとは、市町村が発行した接種券（クーポン）を予診票の右上に貼付したもので、住民接種用に使用されるものを指します。',
  without:
    'クーポンなしとは、V-SYSにて発行した接種券情報が印刷された予診票で、医療従事者等の接種に使用されるものを指します。',
};

const help: Readonly<Record<Coupon, string>> = {
  with: '請求月の前月にクーポン券を用いて接種した者分を入力します。前々月以前の分のうち費用請求できなかったものや返戻されたものも含めることができます。',
  without: '請求月にクーポンなしの被接種者がいた場合に入力します。',
};

export type TableProps = { readonly page: ClaimPage; readonly state: FormState; readonly coupon: Coupon };

/** M5.2-4, M5.2-5: one kind of 予診票, by where the vaccinated live. */
export const ClaimTable = ({ page, state, coupon }: TableProps) => {
  const { form } = page;
  const keys = shownKeys(form);
  const typed = typedTable(state.values, coupon);
  const title = couponLabels[coupon];
  return (
    <section class="section" data-claim-table={coupon} data-own={page.own.code}>
      <div class="section-head">
        <h2>
          {title} <HelpMark id={`help-${coupon}`}>{help[coupon]}</HelpMark>
        </h2>
      </div>
      <p class="lead">
        {definitions[coupon]}
        <br />
        同一市内：{page.own.name}。それ以外の方は、住所地の市町村ごとに入力してください。
      </p>
      <section class="table-box table-box-stack" aria-label={title} {...reachable}>
        <table class="table table-stack" {...roles.table} data-grid>
          <caption class="visually-hidden">{title}</caption>
          <Head form={form} />
          <tbody {...roles.rowgroup}>
            <SumRow label="総数" group={`${coupon}-all`} counts={typed.all} form={form} />
            <tr {...roles.row}>
              <th scope="row" colSpan={3} {...roles.rowheader}>
                {ownLabel}
              </th>
              {keys.map((key) => (
                <td key={key} class="number" data-label={countLabels[key]} {...roles.cell}>
                  <CellInput
                    def={claimForm}
                    state={state}
                    table="own"
                    row={coupon}
                    rowLabel={ownLabel}
                    column={key}
                    sum={groups(form, coupon, key, 'own')}
                  />
                </td>
              ))}
              <TotalCell group={`${coupon}-own`} value={total(typed.own, form)} />
              <td {...roles.cell} />
            </tr>
            <SumRow label={othersLabel} group={`${coupon}-others`} counts={typed.others} form={form} />
          </tbody>
          <tbody {...roles.rowgroup} data-claim-rows>
            {typed.rows.map(({ key, counts }, i) => (
              <OtherRow
                key={key}
                page={page}
                state={state}
                coupon={coupon}
                rowKey={key}
                n={String(i + 1)}
                counts={counts}
                slim={typed.rows.length > manyRows}
              />
            ))}
          </tbody>
          <tbody {...roles.rowgroup}>
            <tr {...roles.row}>
              <td colSpan={keys.length + 5} {...roles.cell}>
                <Button
                  name="_cancel"
                  value="1"
                  icon="plus"
                  formAction={`/claims/${page.month}?add=${coupon}`}
                  data={{ 'data-claim-add': '' }}
                >
                  追加
                </Button>
              </td>
            </tr>
          </tbody>
        </table>
      </section>
      <template>
        <OtherRow
          page={page}
          state={{ ...state, values: {}, errors: {} }}
          coupon={coupon}
          rowKey="__KEY__"
          n="__N__"
          counts={null}
        />
      </template>
    </section>
  );
};

const Head = ({ form }: { readonly form: ClaimForm }) => (
  <thead {...roles.rowgroup}>
    <tr {...roles.row}>
      <th scope="col" {...roles.columnheader}>
        区分
      </th>
      <th scope="col" {...roles.columnheader}>
        都道府県
      </th>
      <th scope="col" {...roles.columnheader}>
        市町村
      </th>
      {shownKeys(form).map((key) => (
        <th scope="col" class="number" key={key} {...roles.columnheader}>
          {countLabels[key]}
          {form.attributes.includes(key) && <span class="unit">（うち）</span>}
        </th>
      ))}
      <th scope="col" class="number" {...roles.columnheader}>
        合計
      </th>
      <th scope="col" {...roles.columnheader}>
        <Hidden>行の操作</Hidden>
      </th>
    </tr>
  </thead>
);

/** The sums that a number counts in: its columns of 総数 and それ以外の方, and unless it is an attribute, their 合計. */
const groups = (form: ClaimForm, coupon: Coupon, key: CountKey, row: string): string[] => {
  const tables = row === 'own' ? [`${coupon}-all`] : [`${coupon}-all`, `${coupon}-others`];
  const columns = tables.map((table) => `${table}-${key}`);
  return form.columns.includes(key) ? [...columns, ...tables, `${coupon}-${row}`] : columns;
};

const total = (counts: Counts | null, { columns }: ClaimForm): number | null =>
  counts && sumOf(columns.map((key) => counts[key]));

type SumRowProps = {
  readonly label: string;
  readonly group: string;
  readonly counts: Counts;
  readonly form: ClaimForm;
};

const SumRow = ({ label, group, counts, form }: SumRowProps) => (
  <tr {...roles.row}>
    <th scope="row" colSpan={3} {...roles.rowheader}>
      <strong>{label}</strong>
    </th>
    {shownKeys(form).map((key) => (
      <td key={key} class="number" data-label={countLabels[key]} {...roles.cell}>
        <Total group={`${group}-${key}`} value={counts[key]} />
      </td>
    ))}
    <TotalCell group={group} value={total(counts, form)} />
    <td {...roles.cell} />
  </tr>
);

const TotalCell = ({ group, value }: { readonly group: string; readonly value: number | null }) => (
  <td class="number" data-label="合計" {...roles.cell}>
    <strong>
      <Total group={group} value={value} />
    </strong>
  </td>
);

type OtherRowProps = TableProps & {
  readonly rowKey: string;
  readonly n: string;
  readonly counts: Counts | null;
  /** Only the chosen choices are in the page. */
  readonly slim?: boolean;
};

const OtherRow = ({ page, state, coupon, rowKey, n, counts, slim = false }: OtherRowProps) => {
  const { form } = page;
  const id = inputId(claimForm, `${coupon}-${rowKey}-row`);
  return (
    <tr {...roles.row} data-claim-row={rowKey}>
      <th scope="row" class="nowrap" id={id} {...roles.rowheader}>
        <Hidden>{othersLabel} </Hidden>
        <span data-claim-number>{n}行目</span>
      </th>
      <ResidenceCells page={page} state={state} coupon={coupon} rowKey={rowKey} n={n} slim={slim} />
      {shownKeys(form).map((key) => (
        <td key={key} class="number" data-label={countLabels[key]} {...roles.cell}>
          <CellInput
            def={claimForm}
            state={state}
            table={coupon}
            row={rowKey}
            rowLabel={othersLabel}
            label={`${othersLabel} ${countLabels[key]} ${n}行目`}
            column={key}
            sum={groups(form, coupon, key, rowKey)}
          />
        </td>
      ))}
      <TotalCell group={`${coupon}-${rowKey}`} value={total(counts, form)} />
      <td {...roles.cell}>
        <Button
          name="_cancel"
          value="1"
          size="small"
          formAction={`/claims/${page.month}?remove=${coupon}.${rowKey}`}
          describedBy={id}
          data={{ 'data-claim-remove': '' }}
        >
          削除
        </Button>
      </td>
    </tr>
  );
};
