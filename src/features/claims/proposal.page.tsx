import { formatInstant, type Month } from '../../kernel/calendar.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import { ButtonRow, DataTable, FieldRow, Form, LinkButton, Notice, Quantity, Section } from '../../ui/index.ts';
import { claimTitle } from './claim.page.tsx';
import { type Claim, couponLabels, type Residence } from './claim.ts';
import { totalOf } from './claim-counts.ts';
import { type ClaimForm, countLabels, shownKeys } from './claim-forms.ts';
import { importColumns, type ProposedLine, proposedCoupons } from './claim-import.ts';
import { monthName } from './claim-months.ts';
import { proposalForm } from './proposal.form.ts';
import type { Proposal } from './proposals.store.ts';

const crumbs = (month: Month, label: string) => [
  { label: 'ホーム', href: '/' },
  { label: claimTitle, href: `/claims/${month}` },
  { label },
];

/** A file of counts by municipality is chosen here. */
export const importPage = (month: Month, screen: Screen): View => ({
  title: 'ファイルからの取り込み',
  help: '5.2',
  breadcrumbs: crumbs(month, 'ファイルからの取り込み'),
  body: (
    <>
      <p>
        {monthName(month)}
        請求分の回数を、市町村別に読み取ります。読み取った内容は次の画面で確認でき、保存するまで請求には入りません。
      </p>
      <Form
        def={proposalForm}
        state={screen.form(proposalForm)}
        action={`/claims/${month}/import`}
        submit="読み取る"
        upload
      >
        <FieldRow def={proposalForm} state={screen.form(proposalForm)} name="file" />
      </Form>
      <Section title="ファイルの形">
        <p>
          見出し：{importColumns.join('、')}
          。「クーポン」は「あり」または「なし」、市町村は「市町村コード」か「都道府県」「市町村」で指定します。
        </p>
        <p>
          ひな形をダウンロード：<a href="/claims/import-sample.csv">CSV</a>{' '}
          <a href="/claims/import-sample.xlsx">Excel</a>
        </p>
      </Section>
    </>
  ),
});

export type ProposalView = {
  readonly proposal: Proposal;
  readonly claim: Claim | null;
  readonly form: ClaimForm;
  readonly own: Residence;
};

/** What a file holds, what of it cannot be taken, and what stands there now. */
export const proposalPage = ({ proposal, claim, form, own }: ProposalView): View => ({
  title: '取り込む内容の確認',
  help: '5.2',
  breadcrumbs: crumbs(proposal.month, '取り込む内容の確認'),
  wide: true,
  body: (
    <>
      <p>
        {formatInstant(proposal.proposedAt)} に読み取りました。取り込める行{' '}
        {proposal.lines.length.toLocaleString('ja-JP')}件、取り込めない行{' '}
        {proposal.faults.length.toLocaleString('ja-JP')}件。まだ保存されていません。
      </p>
      {proposal.takenAt && (
        <Notice kind="info" title={`この内容は ${formatInstant(proposal.takenAt)} に保存済みです。`} />
      )}
      {proposal.faults.length > 0 && (
        <Section title="取り込めない行">
          <DataTable
            caption="取り込めない行"
            captionHidden
            rows={proposal.faults}
            rowKey={({ row }) => String(row)}
            columns={[
              { key: 'row', label: 'ファイルの行', nowrap: true, cell: ({ row }) => `${row}行目` },
              { key: 'text', label: '理由', cell: ({ text }) => text },
            ]}
          />
        </Section>
      )}
      {proposal.lines.length > 0 && (
        <>
          <Lines proposal={proposal} claim={claim} form={form} own={own} />
          <Notice
            kind="warning"
            title={`「${proposedCoupons(proposal)
              .map((coupon) => couponLabels[coupon])
              .join('」「')}」の表は、ファイルの内容に置き換わります。`}
          >
            <p>入力欄に入れたあとで直すこともできます。「保存」を押すまで、保存済みの内容は変わりません。</p>
          </Notice>
        </>
      )}
      <ButtonRow>
        {proposal.lines.length > 0 && (
          <LinkButton href={`/claims/${proposal.month}?proposal=${proposal.id}`} variant="primary">
            入力欄に取り込む
          </LinkButton>
        )}
        <LinkButton href={`/claims/${proposal.month}`}>取り込まずに戻る</LinkButton>
      </ButtonRow>
    </>
  ),
});

const Lines = ({ proposal, claim, form, own }: ProposalView) => (
  <DataTable
    caption="取り込める行"
    rows={proposal.lines}
    rowKey={({ row }) => String(row)}
    columns={[
      { key: 'row', label: 'ファイルの行', nowrap: true, cell: ({ row }) => `${row}行目` },
      { key: 'coupon', label: 'クーポン', nowrap: true, cell: ({ coupon }) => couponLabels[coupon] },
      {
        key: 'residence',
        label: '市町村',
        cell: ({ residence }) => (residence.code === own.code ? `${residence.name}（同一市内）` : residence.name),
      },
      ...shownKeys(form).map((key) => ({
        key,
        label: countLabels[key],
        align: 'end' as const,
        cell: ({ counts }: ProposedLine) => <Quantity value={counts[key]} />,
      })),
      { key: 'total', label: '合計', align: 'end', cell: ({ counts }) => <Quantity value={totalOf(counts)} /> },
      {
        key: 'saved',
        label: '保存済みの合計',
        align: 'end',
        cell: (line) => <Quantity value={savedTotal(line, claim, own)} />,
      },
    ]}
  />
);

const savedTotal = ({ coupon, residence }: ProposedLine, claim: Claim | null, own: Residence): number | null => {
  const sheet = claim?.sheets[coupon];
  if (!sheet) return null;
  const counts =
    residence.code === own.code
      ? sheet.own
      : sheet.others.find((line) => line.residence.code === residence.code)?.counts;
  return counts ? totalOf(counts) : null;
};
