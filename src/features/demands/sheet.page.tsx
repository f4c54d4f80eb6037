import { formatInstant, formatPeriod } from '../../kernel/calendar.ts';
import { showQuantity } from '../../kernel/quantities.ts';
import type { Crumb, Screen, View } from '../../platform/http/index.ts';
import {
  ChoiceSwitch,
  DescriptionList,
  Done,
  EmptyState,
  Figures,
  Meter,
  Notice,
  Quantity,
  Section,
} from '../../ui/index.ts';
import { prefectureByCode } from '../areas/index.ts';
import { cycleTitle } from '../cycles/index.ts';
import { SheetLink } from '../sheets/index.ts';
import { AreaTable } from './area-table.page.tsx';
import { ConfirmPanel } from './confirm-panel.page.tsx';
import { periodText } from './deadlines.ts';
import { amountOf } from './demands.ts';
import { type Sheet, shareText, sheetHref, type VenueSheet } from './sheet.ts';
import { VenueTable } from './venue-table.page.tsx';

const title = '納入希望量の確認';
const phaseWords = { before: '開始前', open: '登録期間中', after: '登録期間終了' } as const;

/** S4: one page for all levels; what it lists depends on the area it is opened for. */
export const sheetPage = (sheet: Sheet | null, screen: Screen): View => ({
  title,
  wide: true,
  actions: sheet?.level === 'municipality' && sheet.mayCorrect && (
    <SheetLink href={`/demands/${sheet.cycle.id}/sheet`} />
  ),
  breadcrumbs: sheet ? crumbs(sheet) : [{ label: 'ホーム', href: '/' }, { label: title }],
  body: sheet ? (
    <SheetBody sheet={sheet} screen={screen} />
  ) : (
    <EmptyState title="クールはまだありません">
      <p>国がクールを定めると、ここに納入希望量が表示されます。</p>
    </EmptyState>
  ),
});

/** From the reader's own area down to this one. */
const crumbs = ({ cycle, own, area, ...sheet }: Sheet): Crumb[] => {
  const way: Crumb[] = [{ label: 'ホーム', href: '/' }];
  if (area.code === own) return [...way, { label: title }];
  way.push({ label: title, href: sheetHref(cycle.id) });
  if (sheet.level === 'municipality' && own === 'all')
    way.push({
      label: prefectureByCode(sheet.prefectureCode)?.name ?? '',
      href: sheetHref(cycle.id, sheet.prefectureCode),
    });
  return [...way, { label: area.name }];
};

const SheetBody = ({ sheet, screen }: { readonly sheet: Sheet; readonly screen: Screen }) => (
  <>
    <ChoiceSwitch
      label="クール"
      name="cycle"
      value={String(sheet.cycle.id)}
      options={sheet.cycles.map((cycle) => ({ value: String(cycle.id), label: cycleTitle(cycle) }))}
      action="/demands"
      hidden={sheet.area.code === sheet.own ? {} : { area: sheet.area.code }}
    />
    {sheet.level === 'municipality' && <Saved sheet={sheet} />}
    <Section title={`${sheet.area.name}の納入希望量`} lead={sentence(sheet)}>
      <Summary sheet={sheet} />
      <DescriptionList
        items={[
          { label: '登録期間', value: `${periodText(sheet.cycle)}（${phaseWords[sheet.phase]}）` },
          { label: '標準配送期間', value: formatPeriod(sheet.cycle.deliveryFrom, sheet.cycle.deliveryTo) },
        ]}
      />
    </Section>
    {sheet.level === 'municipality' ? (
      <>
        <ConfirmPanel sheet={sheet} screen={screen} />
        <VenueTable sheet={sheet} />
      </>
    ) : (
      <AreaTable sheet={sheet} />
    )}
  </>
);

const Saved = ({ sheet: { saved, vaccine, confirmation } }: { readonly sheet: VenueSheet }) =>
  saved && (
    <Notice
      kind="success"
      live
      title={`${saved.name}の納入希望量を${showQuantity(saved.effective)}${vaccine.unitName}に変更しました。`}
    >
      <p>
        医療機関・接種会場にお知らせしました。
        {confirmation && '確定した後の変更です。「納入希望量を確定する」で、もう一度確定してください。'}
      </p>
    </Notice>
  );

/** The page's question in one sentence. */
const sentence = ({ totals, vaccine, cycle }: Sheet): string =>
  totals.sum === null
    ? `${cycleTitle(cycle)}の納入希望量は、まだどの施設からも登録されていません。`
    : `${cycleTitle(cycle)}の納入希望量は、${count(totals.venuesEntered)}施設の合計で${showQuantity(totals.sum)}${vaccine.unitName}です。` +
      (totals.venuesMissing > 0
        ? `未入力が${count(totals.venuesMissing)}施設あります。`
        : 'すべての施設が登録しています。');

const count = (n: number): string => n.toLocaleString('ja-JP');

const Summary = ({ sheet: { totals, vaccine, cycle } }: { readonly sheet: Sheet }) => {
  const amount = amountOf(totals.sum, vaccine, cycle.dosesPerVial);
  const all = totals.venuesEntered + totals.venuesMissing;
  return (
    <>
      <Figures
        items={[
          {
            label: '納入希望量',
            value: <Quantity value={totals.sum} unit={vaccine.unitName} large />,
            note: `施設の登録 ${showQuantity(totals.requestedSum)}${vaccine.unitName}`,
          },
          { label: 'バイアル本数', value: <Quantity value={amount?.vials} unit="本" large /> },
          {
            label: '接種回数',
            value: <Quantity value={amount?.doses} unit="回" large />,
            note: `1バイアル${cycle.dosesPerVial}回`,
          },
          {
            label: '未入力',
            value: <Quantity value={totals.venuesMissing} unit="施設" large />,
            note: '0とは数えません',
          },
        ]}
      />
      {all > 0 && (
        <Meter
          label="登録済の施設"
          value={totals.venuesEntered}
          max={all}
          text={shareText(totals.venuesEntered, totals.venuesMissing)}
        />
      )}
    </>
  );
};

/** 「確定完了」 (S4). */
export const confirmedPage = (sheet: Sheet | null): View => ({
  title: '確定完了',
  breadcrumbs: [
    { label: 'ホーム', href: '/' },
    { label: title, href: sheet ? sheetHref(sheet.cycle.id) : '/demands' },
    { label: '確定完了' },
  ],
  body: sheet?.level === 'municipality' && sheet.confirmation && (
    <Done
      message={`${cycleTitle(sheet.cycle)}の納入希望量を確定しました。`}
      items={[
        { label: '納入希望量', value: `${showQuantity(sheet.confirmation.boxes)}${sheet.vaccine.unitName}` },
        { label: '登録済', value: `${sheet.confirmation.venuesEntered}施設` },
        { label: '未入力', value: `${sheet.confirmation.venuesMissing}施設` },
        { label: '確定日時', value: formatInstant(sheet.confirmation.confirmedAt) },
      ]}
      links={[
        { href: '/', label: 'ホームへ戻る' },
        { href: sheetHref(sheet.cycle.id), label: '納入希望量の確認へ戻る' },
      ]}
    >
      <p>都道府県にお知らせしました。このあと値を修正した場合は、もう一度確定してください。</p>
    </Done>
  ),
});
