import { formatDay, formatInstant } from '../../kernel/calendar.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import { DataTable, Quantity, StateLabel } from '../../ui/index.ts';
import { claimTitle } from './claim.page.tsx';
import { claimDueDay, monthName } from './claim-months.ts';
import { outputs } from './claim-outputs.ts';
import { isOutdated, lastPrinting, type Printing } from './claim-printings.ts';
import type { MonthList } from './load-months.service.ts';

type Row = MonthList['months'][number];

/** What was claimed month by month, put out when and by whom, and what has to be put out again. */
export const monthsPage = ({ months, printings }: MonthList, { today }: Screen): View => ({
  title: '請求の一覧',
  help: '5.2',
  breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: claimTitle, href: '/claims' }, { label: '請求の一覧' }],
  wide: true,
  body: (
    <DataTable
      caption="請求の一覧"
      captionHidden
      stack
      rows={months}
      rowKey={({ month }) => month}
      rowHref={({ month }) => `/claims/${month}`}
      columns={[
        { key: 'month', label: '請求月', nowrap: true, cell: ({ month }) => monthName(month) },
        { key: 'due', label: '提出期限', nowrap: true, cell: ({ month }) => formatDay(claimDueDay(month)) },
        { key: 'state', label: '状態', nowrap: true, cell: (row) => stateOf(row, printings, today) },
        {
          key: 'sheets',
          label: '予診票',
          unit: '枚',
          align: 'end',
          cell: ({ state }) => <Quantity value={state?.sheets} />,
        },
        {
          key: 'amount',
          label: '請求金額',
          unit: '円',
          align: 'end',
          cell: ({ state }) => <Quantity value={state?.amount} />,
        },
        {
          key: 'saved',
          label: '最後の保存',
          cell: ({ state }) =>
            state ? `${formatInstant(state.savedAt)} ${state.savedBy}（第${state.version}版）` : '—',
        },
        { key: 'printed', label: '出力', cell: (row) => <Printed row={row} printings={printings} /> },
      ]}
    />
  ),
});

const stateOf = ({ month, state }: Row, printings: readonly Printing[], today: string) => {
  if (!state)
    return today > claimDueDay(month) ? (
      <StateLabel tone="neutral">未保存</StateLabel>
    ) : (
      <StateLabel tone="warning">未保存</StateLabel>
    );
  const last = outputs.map(({ name }) => lastPrinting(printings, name, month));
  if (last.some((one) => isOutdated(one, state.version))) return <StateLabel tone="warning">再出力</StateLabel>;
  return last.some(Boolean) ? (
    <StateLabel tone="success">出力済</StateLabel>
  ) : (
    <StateLabel tone="info">保存済</StateLabel>
  );
};

const Printed = ({
  row: { month, state },
  printings,
}: {
  readonly row: Row;
  readonly printings: readonly Printing[];
}) => {
  const mine = outputs.flatMap(({ name, title }) => {
    const last = lastPrinting(printings, name, month);
    return last ? [{ title, last, outdated: isOutdated(last, state?.version ?? 0) }] : [];
  });
  if (mine.length === 0) return <>—</>;
  return (
    <ul>
      {mine.map(({ title, last, outdated }) => (
        <li key={title}>
          {title}：{formatInstant(last.at)} {last.by}（第{last.version}版）
          {outdated && <a href={`/claims/${month}?output=${last.output}`}>再出力 {title}</a>}
        </li>
      ))}
    </ul>
  );
};
