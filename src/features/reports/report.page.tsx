import type { FormState, RawInput } from '../../kernel/form.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import { ChoiceSwitch, EmptyState, FieldRow, Form, LinkButton } from '../../ui/index.ts';
import { cycleName } from '../cycles/index.ts';
import { CountsSection } from './counts-section.page.tsx';
import { DiscardSection } from './discard-section.page.tsx';
import type { ChosenVaccine, ReportPage } from './load-report-page.service.ts';
import { reportForm } from './report.form.ts';
import { doseLabel } from './reports.ts';
import { initialStorage } from './request-part.ts';
import { RequestSection } from './request-section.page.tsx';
import { transferValues } from './transfer-rows.ts';
import { TransfersSection, transferLabel } from './transfers-section.page.tsx';

const title = 'ワクチン希望量等の報告・接種実績等の報告';

/** Chapters 2.4 and 5.1: one vaccine at a time, request and report registered together. */
export const reportPage = ({ handled, chosen, hasDoctors }: ReportPage, screen: Screen): View => ({
  title,
  breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: title }],
  islands: ['report'],
  actions: chosen && (
    <LinkButton href="/reports/file" icon="file">
      ファイルで報告する
    </LinkButton>
  ),
  body: chosen ? (
    <>
      <ChoiceSwitch
        label="対象ワクチン"
        name="vaccine"
        value={String(chosen.vaccine.id)}
        options={handled.map(({ vaccineId, vaccineName }) => ({ value: String(vaccineId), label: vaccineName }))}
        action="/reports"
      />
      <Cycles chosen={chosen} />
      <ReportForm chosen={chosen} hasDoctors={hasDoctors} screen={screen} />
    </>
  ) : (
    <EmptyState title="取り扱うワクチンが登録されていません">
      <p>「この医療機関の情報を見る」で取扱ワクチンを登録すると、ここから報告できます。</p>
    </EmptyState>
  ),
});

/** Two クール of one vaccine may be open side by side. */
const Cycles = ({ chosen: { request, vaccine } }: { readonly chosen: ChosenVaccine }) =>
  request?.open && request.openCycles.length > 1 ? (
    <ChoiceSwitch
      label="対象クール"
      name="cycle"
      value={String(request.cycle.id)}
      options={request.openCycles.map((cycle) => ({ value: String(cycle.id), label: cycleName(cycle) }))}
      action="/reports"
      hidden={{ vaccine: String(vaccine.id) }}
    />
  ) : null;

type Props = { readonly chosen: ChosenVaccine; readonly hasDoctors: boolean; readonly screen: Screen };

const ReportForm = ({ chosen, hasDoctors, screen }: Props) => {
  const { request, vaccine, shape } = chosen;
  const state: FormState = screen.form(reportForm, startValues(chosen), chosen.version);
  const cycle = request?.open ? `&cycle=${request.cycle.id}` : '';
  const rowLabel = (table: string, row: string, column: string): string =>
    table !== 'counts'
      ? transferLabel(state, table, row, column)
      : `${shape.categories.find(({ code }) => code === row)?.label ?? ''} ${doseLabel(Number(column.slice(1)))}`;
  return (
    <Form
      def={reportForm}
      state={state}
      action={`/reports?vaccine=${vaccine.id}${cycle}`}
      submit="登録"
      sticky
      rowLabel={rowLabel}
    >
      <FieldRow def={reportForm} state={state} name="vaccine" />
      {!state.question?.reason && <FieldRow def={reportForm} state={state} name="reason" />}
      {request?.open && <FieldRow def={reportForm} state={state} name="cycle" />}
      {request && (
        <RequestSection
          request={request}
          hasDoctors={hasDoctors}
          vaccine={vaccine}
          state={state}
          stock={chosen.stock}
          now={screen.now}
        />
      )}
      <CountsSection chosen={chosen} state={state} />
      <TransfersSection chosen={chosen} state={state} today={screen.today} />
      <DiscardSection chosen={chosen} state={state} />
    </Form>
  );
};

/** The fields start with what is registered; before the first report they are blank (M5.1-3-1). */
const startValues = ({ vaccine, role, request, report, stock, transfers }: ChosenVaccine): RawInput => {
  const text = (n: number | null | undefined): string => (n === null || n === undefined ? '' : String(n));
  return {
    vaccine: String(vaccine.id),
    mode: 'total',
    ...(request?.open && {
      cycle: String(request.cycle.id),
      requested: text(request.demand?.requested),
      storage: initialStorage(request.demand, request.allowed) ?? '',
    }),
    ...Object.fromEntries(Object.entries(report?.counts ?? {}).map(([key, n]) => [`counts.${key}`, text(n)])),
    ...transferValues(role, transfers),
    discarded: text(report?.discardedVials ?? (stock?.disposalRecords ? stock.disposed : null)),
  };
};
