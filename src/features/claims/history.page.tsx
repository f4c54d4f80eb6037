import { formatInstant } from '../../kernel/calendar.ts';
import { DataTable, Quantity, Section } from '../../ui/index.ts';
import { type Claim, reckon } from './claim.ts';
import { changesOf } from './claim-changes.ts';
import { pricesOf } from './claim-forms.ts';
import { outputOf } from './claim-outputs.ts';
import type { ClaimPage } from './load-claim-page.service.ts';

const mostChanges = 5;

/** All versions of the month's claim: who saved what when, and which were put out. */
export const HistorySection = ({ page: { versions, printings } }: { readonly page: ClaimPage }) => (
  <Section title="保存の履歴">
    <DataTable
      caption="保存の履歴"
      captionHidden
      stack
      rows={versions}
      rowKey={({ version }) => String(version)}
      columns={[
        { key: 'version', label: '版', nowrap: true, cell: ({ version }) => `第${version}版` },
        { key: 'at', label: '保存日時', nowrap: true, cell: ({ savedAt }) => formatInstant(savedAt) },
        { key: 'by', label: '保存した人', cell: ({ savedBy }) => savedBy },
        {
          key: 'sheets',
          label: '予診票',
          unit: '枚',
          align: 'end',
          cell: (claim) => <Quantity value={reckoned(claim).sheets} />,
        },
        {
          key: 'amount',
          label: '請求金額',
          unit: '円',
          align: 'end',
          cell: (claim) => <Quantity value={reckoned(claim).amount} />,
        },
        {
          key: 'changes',
          label: '変更点',
          cell: (claim, i) => <Changes former={versions[i + 1] ?? null} claim={claim} />,
        },
        {
          key: 'printings',
          label: '出力',
          cell: ({ version }) =>
            printings.filter((one) => one.version === version).length === 0 ? (
              '—'
            ) : (
              <ul>
                {printings
                  .filter((one) => one.version === version)
                  .map((one) => (
                    <li key={one.at.getTime()}>
                      {outputOf(one.output)?.title} {formatInstant(one.at)} {one.by}
                    </li>
                  ))}
              </ul>
            ),
        },
      ]}
    />
  </Section>
);

const reckoned = (claim: Claim) => reckon(claim, pricesOf(claim.month));

const Changes = ({ former, claim }: { readonly former: Claim | null; readonly claim: Claim }) => {
  if (!former) return <>最初の保存</>;
  const changes = changesOf(former, claim);
  if (changes.length === 0) return <>回数の変更なし</>;
  return (
    <ul>
      {changes.slice(0, mostChanges).map((change) => (
        <li key={change}>{change}</li>
      ))}
      {changes.length > mostChanges && <li>ほか{changes.length - mostChanges}件</li>}
    </ul>
  );
};
