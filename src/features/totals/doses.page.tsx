import { formatDay } from '../../kernel/calendar.ts';
import { type Column, DataTable, Quantity, Section } from '../../ui/index.ts';
import { doseLabel } from '../reports/index.ts';
import { ChartFigure } from './chart-figure.page.tsx';
import { Files } from './files.page.tsx';
import { hrefOf, periodOf, type Scope, subjectOf } from './scope.ts';
import { type BreakdownTable, tableOf } from './sheets.ts';
import { type Breakdown, coverageText, type DayDoses, type Totals, type TotalsRow } from './totals.ts';

type DaysProps = { readonly scope: Scope; readonly days: readonly DayDoses[]; readonly figures: Totals };

/** 延べ回数 by the day of the report, the newest day first in the table. */
export const DaysSection = ({ scope, days, figures }: DaysProps) => (
  <Section
    title="日ごとの接種回数"
    lead={`報告された日ごとに、前回の報告から増えた回数を数えています（${coverageText(figures)}）。`}
    actions={days.length > 0 && <Files scope={scope} table="days" title="日ごとの接種回数" />}
  >
    {days.length === 0 ? (
      <p>まだ報告がありません。</p>
    ) : (
      <>
        <ChartFigure
          src={hrefOf(scope, '/totals/days.svg')}
          alt={`${subjectOf(scope)}の${periodOf(scope)}の接種回数を日ごとに示す棒グラフ。値は下の表のとおり。`}
        />
        <DataTable
          caption="日ごとの接種回数"
          captionHidden
          columns={[
            { key: 'day', label: '報告日', nowrap: true, cell: ({ day }: DayDoses) => formatDay(day) },
            {
              key: 'doses',
              label: '接種回数',
              unit: '回',
              align: 'end',
              cell: ({ doses }) => <Quantity value={doses} />,
            },
          ]}
          rows={days.toReversed()}
          rowKey={({ day }) => day}
          foot={{ doses: <Quantity value={days.reduce((sum, { doses }) => sum + (doses ?? 0), 0)} /> }}
        />
      </>
    )}
  </Section>
);

type BreakdownProps = { readonly scope: Scope; readonly breakdown: Breakdown; readonly figures: Totals };

/** Doses by who was vaccinated and which dose it was. */
export const BreakdownSection = ({ scope, breakdown, figures }: BreakdownProps) => {
  const table = tableOf(breakdown);
  return (
    <Section
      title="区分・回数ごとの接種回数"
      lead={coverageText(figures)}
      actions={<Files scope={scope} table="cells" title="区分・回数ごとの接種回数" />}
    >
      {breakdown.cells.length > 0 && (
        <ChartFigure
          src={hrefOf(scope, '/totals/cells.svg')}
          alt={`${subjectOf(scope)}の${periodOf(scope)}の接種回数を区分と回数ごとに示す積み上げ横棒グラフ。値は下の表のとおり。`}
        />
      )}
      <DataTable
        caption="区分・回数ごとの接種回数"
        captionHidden
        columns={breakdownColumns(table)}
        rows={table.rows}
        rowKey={({ code }) => code}
        foot={breakdownFoot(table)}
      />
    </Section>
  );
};

type Line = BreakdownTable['rows'][number];

const breakdownColumns = ({ numbers }: BreakdownTable): Column<Line>[] => [
  { key: 'label', label: '区分', sticky: true, cell: ({ label }) => label },
  ...numbers.map(
    (n, i): Column<Line> => ({
      key: `d${n}`,
      label: doseLabel(n),
      unit: '回',
      align: 'end',
      cell: ({ doses }) => <Quantity value={doses[i]} />,
    }),
  ),
  { key: 'total', label: '延べ回数', unit: '回', align: 'end', cell: ({ total }) => <Quantity value={total} /> },
];

const breakdownFoot = ({ numbers, rows }: BreakdownTable) => {
  const sum = (of: (line: Line) => number | null | undefined) =>
    rows.some((line) => of(line) !== null) ? rows.reduce((all, line) => all + (of(line) ?? 0), 0) : null;
  return {
    ...Object.fromEntries(numbers.map((n, i) => [`d${n}`, <Quantity value={sum(({ doses }) => doses[i])} key={n} />])),
    total: <Quantity value={sum(({ total }) => total)} />,
  };
};

type CyclesProps = { readonly scope: Scope; readonly rows: readonly TotalsRow[] };

/** クール by クール; a name leads to the same page of that クール. */
export const CyclesSection = ({ scope, rows }: CyclesProps) => (
  <Section title="クールごとの状況" actions={<Files scope={scope} table="cycles" title="クールごとの状況" />}>
    <ChartFigure
      src={hrefOf(scope, '/totals/cycles.svg')}
      alt={`${subjectOf(scope)}の分配量と受領した量をクールごとに示す棒グラフ。値は下の表のとおり。`}
      caption="分配量と受領した量（バイアル）"
    />
    <DataTable
      caption="クールごとの状況"
      captionHidden
      columns={cycleColumns(scope)}
      rows={rows}
      rowKey={({ key }) => key}
      rowHref={({ key }) => `/totals?vaccine=${scope.vaccine.id}&cycle=${key}&area=${scope.area.code}`}
    />
  </Section>
);

const cycleColumns = ({ vaccine }: Scope): Column<TotalsRow>[] => {
  const number = (
    key: string,
    label: string,
    unit: string,
    of: (row: TotalsRow) => number | null,
  ): Column<TotalsRow> => ({ key, label, unit, align: 'end', cell: (row) => <Quantity value={of(row)} /> });
  return [
    { key: 'name', label: 'クール', sticky: true, nowrap: true, cell: ({ name }) => name },
    number('demand', '納入希望量', vaccine.unitName, ({ demandUnits }) => demandUnits),
    number('allocated', '分配量', vaccine.unitName, ({ allocatedUnits }) => allocatedUnits),
    number('distributed', '分配量', 'バイアル', ({ distributedVials }) => distributedVials),
    number('received', '受領した量', 'バイアル', ({ receivedVials }) => receivedVials),
    number('doses', '接種回数', '回', ({ doses }) => doses),
    number('discarded', '廃棄', 'バイアル', ({ discardedVials }) => discardedVials),
    { key: 'reported', label: '接種実績の報告', nowrap: true, cell: coverageText },
  ];
};
