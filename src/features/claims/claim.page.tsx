import { formatDay, formatInstant } from '../../kernel/calendar.ts';
import type { FormState, RawInput } from '../../kernel/form.ts';
import { showQuantity } from '../../kernel/quantities.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import {
  ButtonRow,
  CellInput,
  ChoiceSwitch,
  DataTable,
  DescriptionList,
  FieldRow,
  Form,
  LinkButton,
  Notice,
  Section,
  UnsavedCount,
} from '../../ui/index.ts';
import { claimForm, outputForm } from './claim.form.ts';
import { couponLabels, coupons, noLate, othersLabel, ownLabel, reckon } from './claim.ts';
import { type CountKey, countLabels } from './claim-forms.ts';
import { proposedSheets } from './claim-import.ts';
import { claimDueDay, dosesOf, monthName, monthNames, paidBy } from './claim-months.ts';
import { rearranged, rowsIn } from './claim-rows.ts';
import { ClaimTable } from './claim-table.page.tsx';
import { valuesOf } from './claim-values.ts';
import { HistorySection } from './history.page.tsx';
import type { ClaimPage } from './load-claim-page.service.ts';
import { OutputsSection } from './outputs.page.tsx';

export const claimTitle = '国保連提出用請求総括書・市区町村別請求書の作成';

/** Chapter 5.2, one month at a time. */
export const claimPage = (page: ClaimPage, screen: Screen): View => {
  const state = stateOf(page, screen);
  return {
    title: claimTitle,
    help: '5.2',
    breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: claimTitle }],
    actions: <LinkButton href="/claims/months">請求の一覧</LinkButton>,
    islands: ['claim'],
    wide: true,
    body: (
      <>
        <Facts page={page} />
        <States page={page} />
        <MonthFacts page={page} />
        <ClaimForms page={page} state={state} />
        <OutputsSection page={page} />
        <FilesSection page={page} />
        {page.versions.length > 0 && <HistorySection page={page} />}
        <Asking page={page} screen={screen} />
      </>
    ),
  };
};

const stateOf = (page: ClaimPage, screen: Screen): FormState =>
  rearranged(screen.form(claimForm, startValues(page), page.claim?.version ?? 0), page.asked);

/** What is saved, or with a proposal what the file would make of it. */
const startValues = ({ claim, proposal, own }: ClaimPage): RawInput => {
  const late = claim?.late ?? { with: noLate, without: noLate };
  if (proposal)
    return {
      ...valuesOf({ sheets: proposedSheets(proposal, own, claim?.sheets ?? null), late }),
      proposal: String(proposal.id),
    };
  return claim ? valuesOf(claim) : {};
};

const Facts = ({ page: { venue, month, months } }: { readonly page: ClaimPage }) => (
  <>
    <DescriptionList items={[{ label: '対象医療機関・接種会場', value: venue.name }]} />
    <ButtonRow>
      <ChoiceSwitch
        label="請求月"
        name="month"
        value={month}
        action="/claims"
        options={months.map((one) => ({ value: one, label: monthName(one) }))}
      />
    </ButtonRow>
  </>
);

const MonthFacts = ({ page: { month, form } }: { readonly page: ClaimPage }) => (
  <div class="section">
    <DescriptionList
      items={[
        { label: '提出期限', value: <strong>{formatDay(claimDueDay(month))}</strong> },
        {
          label: '対象となる接種',
          value: `${monthNames(dosesOf(month))}に実施した接種。前々月以前に接種した者分のうち費用請求できなかったものや返戻されたものも含めることができます。`,
        },
        { label: '支払の時期', value: `${monthName(paidBy(month))}末まで` },
        {
          label: '様式',
          value: `${form.version}（${form.attributes.length > 0 ? '時間外・休日の欄あり' : '時間外・休日の欄なし'}）`,
        },
      ]}
    />
  </div>
);

const States = ({ page }: { readonly page: ClaimPage }) => {
  const { claim, asked, refusedMonth, proposal } = page;
  return (
    <>
      {refusedMonth !== null && (
        <Notice kind="warning" title="選択された請求月は請求できません">
          <p>
            請求月は2021年4月から{monthName(page.months[0] ?? page.month)}まで選択できます。
            {monthName(page.month)}を表示しています。
          </p>
        </Notice>
      )}
      {proposal && (
        <Notice kind="warning" title="ファイルの回数を入力欄に入れました。まだ保存していません。">
          <p>内容を確認し、必要なら直してから「保存」を押してください。</p>
        </Notice>
      )}
      {claim && asked.saved === String(claim.version) && !proposal ? (
        <Notice kind="success" title="保存しました。" live>
          <p>
            {savedLine(page)}
            <a href="#outputs">請求書の出力</a>へ進んでください。
          </p>
        </Notice>
      ) : (
        <p>{claim ? savedLine(page) : `${monthName(page.month)}請求分はまだ保存されていません。`}</p>
      )}
    </>
  );
};

const savedLine = ({ claim, prices }: ClaimPage): string => {
  if (!claim) return '';
  const { sheets, amount } = reckon(claim, prices);
  return `${formatInstant(claim.savedAt)} ${claim.savedBy}さんが保存（第${claim.version}版）。予診票 ${showQuantity(sheets)}枚、請求金額 ${showQuantity(amount)}円（同一市内にお住まいの方分を含む）。`;
};

type FormsProps = { readonly page: ClaimPage; readonly state: FormState };

const ClaimForms = ({ page, state }: FormsProps) => (
  <Form
    def={claimForm}
    state={state}
    action={`/claims/${page.month}`}
    submit="保存"
    secondary={<UnsavedCount />}
    sticky
    rowLabel={(table, row, column) => rowLabel(state, table, row, column)}
  >
    <FieldRow
      def={claimForm}
      state={state}
      name="proposal"
      data={page.proposal ? { 'data-claim-proposal': '' } : undefined}
    />
    {coupons.map((coupon) => (
      <ClaimTable key={coupon} page={page} state={state} coupon={coupon} />
    ))}
    <LateSection state={state} />
  </Form>
);

/** 「クーポンあり それ以外の方 2行目 6歳以上」 */
const rowLabel = (state: FormState, table: string, row: string, column: string): string => {
  const label =
    countLabels[column as CountKey] ?? { municipality: '市町村', late: '月遅れ', returned: '返戻' }[column] ?? '';
  if (table === 'own' || table === 'late') {
    const coupon = row === 'with' ? couponLabels.with : couponLabels.without;
    return `${coupon} ${table === 'own' ? ownLabel : ''} ${label}`;
  }
  const coupon = table === 'with' ? 'with' : 'without';
  return `${couponLabels[coupon]} ${othersLabel} ${rowsIn(state.values, coupon).indexOf(row) + 1}行目 ${label}`;
};

/** Earlier doses are entered as such: how many of those above they are. */
const LateSection = ({ state }: { readonly state: FormState }) => (
  <Section
    title="月遅れ・返戻（うち数）"
    lead="上の表に、前々月以前に接種した者分（月遅れ）や返戻されたものを含めた場合に、その回数を入力します。合計には加わりません。"
  >
    <DataTable
      caption="月遅れ・返戻（うち数）"
      captionHidden
      grid
      rows={coupons}
      rowKey={(coupon) => coupon}
      columns={[
        { key: 'coupon', label: '区分', cell: (coupon) => couponLabels[coupon] },
        ...(['late', 'returned'] as const).map((column) => ({
          key: column,
          label: column === 'late' ? '月遅れ' : '返戻',
          align: 'end' as const,
          cell: (coupon: (typeof coupons)[number]) => (
            <CellInput
              def={claimForm}
              state={state}
              table="late"
              row={coupon}
              rowLabel={couponLabels[coupon]}
              column={column}
            />
          ),
        })),
      ]}
    />
  </Section>
);

const FilesSection = ({ page: { month, claim } }: { readonly page: ClaimPage }) => (
  <Section title="ファイルの取り込みとダウンロード">
    <p>
      <a href={`/claims/${month}/import`}>市町村別の回数をファイル（CSV・Excel）から取り込む</a>
      （内容を確認してから入力欄に入れます。自動では保存されません）
    </p>
    {claim && (
      <ButtonRow>
        <LinkButton href={`/claims/${month}/claim.csv`} icon="download" download>
          CSVをダウンロード
        </LinkButton>
        <LinkButton href={`/claims/${month}/claim.xlsx`} icon="download" download>
          Excelをダウンロード
        </LinkButton>
      </ButtonRow>
    )}
  </Section>
);

/** The question before an output: its page has an address of its own, so that the way back from the PDF is a plain page. */
const Asking = ({ page, screen }: { readonly page: ClaimPage; readonly screen: Screen }) => {
  const fresh = screen.form(outputForm, { output: page.asking?.output.name ?? '' });
  const state: FormState = page.asking ? { ...fresh, question: fresh.question ?? page.asking.question } : fresh;
  if (!state.question && !state.summary) return null;
  return (
    <Form def={outputForm} state={state} action={`/claims/${page.month}/print`} guard={false} repeatable>
      <FieldRow def={outputForm} state={state} name="output" />
    </Form>
  );
};
