import { formatInstant } from '../../kernel/calendar.ts';
import type { FormState } from '../../kernel/form.ts';
import { CellInput, type Column, DataTable, FieldRow, Notice, Quantity, Section, Total } from '../../ui/index.ts';
import { cycleName } from '../cycles/index.ts';
import type { ChosenVaccine } from './load-report-page.service.ts';
import { modeOf, OtherNumber } from './other-number.page.tsx';
import { reportForm } from './report.form.ts';
import { cellKey, doseLabel, type Report, type ReportShape, totalDoses } from './reports.ts';

type Props = { readonly chosen: ChosenVaccine; readonly state: FormState };
type Category = ReportShape['categories'][number];

/** M5.1-3-1: running totals by category and dose, what is registered at the right. */
export const CountsSection = ({ chosen, state }: Props) => {
  const { shape, report, reportCycle } = chosen;
  const mode = modeOf(state);
  return (
    <Section title="接種実績等の報告" card lead={asOf(report, reportCycle && cycleName(reportCycle))}>
      {report && <FieldRow def={reportForm} state={state} name="mode" data={{ 'data-entry-mode': '' }} />}
      <div data-mode-note="total" hidden={mode !== 'total'}>
        <Notice kind="info" title="必ず累計を入力してください。">
          <p>「登録済みの内容」に今回の実績を加えた値を入力します。</p>
          <p>例：前回までの接種実績（1回目）「100」＋今回の実績（1回目）「100」＝「200」を入力</p>
        </Notice>
      </div>
      <div data-mode-note="today" hidden={mode !== 'today'}>
        <Notice kind="info" title="今回の数を入力してください。">
          <p>「登録済みの内容」に加えて、累計として登録します。廃棄数も今回の本数を入力します。</p>
        </Notice>
      </div>
      <DataTable
        caption="接種実績（累計）の入力"
        captionHidden
        columns={[...inputColumns(shape, state, report), ...registeredColumns(shape, report)]}
        rows={shape.categories}
        rowKey={({ code }) => code}
        foot={totals(shape, report, state)}
      />
    </Section>
  );
};

const asOf = (report: Report | null, cycle: string | null): string =>
  report
    ? `前回の登録：${formatInstant(report.registeredAt)}（${report.registeredBy}さん）`
    : `まだ報告がありません。${cycle ? `${cycle}の` : ''}接種実績を入力してください。`;

/** The heading says what is typed. */
const groupNames = { total: '今回までの累計', today: '今回の数' } as const;

const inputColumns = ({ doseNumbers }: ReportShape, state: FormState, report: Report | null): Column<Category>[] => [
  { key: 'label', label: '接種した方', sticky: true, cell: ({ label }) => label },
  ...doseNumbers.map(
    (n): Column<Category> => ({
      key: `d${n}`,
      label: doseLabel(n),
      group: groupNames[modeOf(state)],
      align: 'end',
      cell: ({ code, label }) => (
        <OtherNumber
          state={state}
          report={report}
          typed={typed(state, cellKey(code, n))}
          registered={report?.counts[cellKey(code, n)] ?? 0}
        >
          <CellInput
            def={reportForm}
            state={state}
            table="counts"
            row={code}
            rowLabel={label}
            column={`d${n}`}
            sum={[`row-${code}`, `dose-${n}`, 'doses']}
          />
        </OtherNumber>
      ),
    }),
  ),
  {
    key: 'total',
    label: '延べ回数',
    group: groupNames[modeOf(state)],
    align: 'end',
    cell: ({ code }) => (
      <Total group={`row-${code}`} value={sumTyped(doseNumbers.map((n) => typed(state, cellKey(code, n))))} />
    ),
  },
];

const registeredColumns = ({ doseNumbers }: ReportShape, report: Report | null): Column<Category>[] => [
  ...doseNumbers.map(
    (n): Column<Category> => ({
      key: `r${n}`,
      label: doseLabel(n),
      group: '登録済みの内容',
      align: 'end',
      cell: ({ code }) => <Quantity value={report && (report.counts[cellKey(code, n)] ?? 0)} />,
    }),
  ),
  {
    key: 'registered',
    label: '延べ回数',
    group: '登録済みの内容',
    align: 'end',
    cell: ({ code }) => (
      <Quantity value={report && doseNumbers.reduce((sum, n) => sum + (report.counts[cellKey(code, n)] ?? 0), 0)} />
    ),
  },
];

/** The number that stands in an input, as the page's script reads it too. */
const typed = (state: FormState, key: string): number | null => {
  const text = String(state.values[`counts.${key}`] ?? '')
    .normalize('NFKC')
    .replaceAll(',', '')
    .trim();
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
};
const sumTyped = (values: readonly (number | null)[]): number | null =>
  values.every((value) => value === null) ? null : values.reduce<number>((sum, value) => sum + (value ?? 0), 0);

const totals = ({ categories, doseNumbers }: ReportShape, report: Report | null, state: FormState) => {
  const columnOf = (n: number) => categories.map(({ code }) => typed(state, cellKey(code, n)));
  const registered = (n: number) =>
    report && categories.reduce((sum, { code }) => sum + (report.counts[cellKey(code, n)] ?? 0), 0);
  return {
    ...Object.fromEntries(
      doseNumbers.map((n) => [`d${n}`, <Total group={`dose-${n}`} value={sumTyped(columnOf(n))} key={n} />]),
    ),
    total: <Total group="doses" value={sumTyped(doseNumbers.flatMap(columnOf))} unit="回" />,
    ...Object.fromEntries(doseNumbers.map((n) => [`r${n}`, <Quantity value={registered(n)} key={n} />])),
    registered: <Quantity value={report && totalDoses(report.counts)} unit="回" />,
  };
};
