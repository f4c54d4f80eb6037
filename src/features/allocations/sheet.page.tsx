import type { ComponentChildren } from 'preact';
import { formatDay, formatInstant, formatPeriod } from '../../kernel/calendar.ts';
import type { FormState } from '../../kernel/form.ts';
import { showQuantity } from '../../kernel/quantities.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import {
  Button,
  ChoiceSwitch,
  EmptyState,
  FieldError,
  Figures,
  Form,
  inputId,
  LinkButton,
  Notice,
  Quantity,
  StateLabel,
  UnsavedCount,
} from '../../ui/index.ts';
import { cycleTitle } from '../cycles/index.ts';
import { SheetLink } from '../sheets/index.ts';
import { sheetForms } from './allocation.form.ts';
import { totalName } from './check-sheet.ts';
import { CorrectionPart, CorrectionUnderWay, DiscardDraft } from './correction.page.tsx';
import { showMixed } from './mixed.ts';
import type { OpenPage, SheetPageData } from './sheet-data.ts';
import { SheetHistory } from './sheet-history.page.tsx';
import { sheetShapes, valuesFrom } from './sheet-shape.ts';
import { SheetTable } from './sheet-table.page.tsx';
import { type SheetView, viewOf } from './sheet-view.ts';
import { DosesSum, GivenSum, LeftSum } from './sums.page.tsx';

/** 「都道府県への分配」, 「市町村への分配」, 「医療機関・接種会場への分配」 (S5–S7). */
export const sheetPage = (data: SheetPageData, screen: Screen): View => {
  const { title } = sheetShapes[data.giver.level];
  const { open } = data;
  return {
    title,
    wide: true,
    breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: title }],
    actions: open && <SheetLink href={`${open.shape.path}/${open.cycle.id}/sheet`} />,
    islands: open && isMixed(open) ? ['mixed-sums'] : [],
    body: open ? (
      <SheetBody data={data} open={open} screen={screen} />
    ) : (
      <EmptyState title="クールがまだ登録されていません。" />
    ),
  };
};

const isMixed = ({ shape, vaccine }: OpenPage): boolean => shape.level === 'municipal' && vaccine.vialsPerUnit > 1;

type BodyProps = { readonly data: SheetPageData; readonly open: OpenPage; readonly screen: Screen };

const SheetBody = ({ data, open, screen }: BodyProps) => {
  const { cycle, sheet, shape, vaccine, came } = open;
  const editable = cycle.state !== 'closed' && sheet?.state !== 'fixed';
  const def = sheetForms[shape.level];
  const state = editable ? screen.form(def, valuesFrom(shape, open.lines), sheet?.version ?? 0) : null;
  const view = viewOf(open, state);
  return (
    <div
      data-mixed-root={view.mixed && state ? '' : undefined}
      data-vials-per-unit={String(vaccine.vialsPerUnit)}
      data-doses-per-vial={String(cycle.dosesPerVial)}
      data-available={came === null ? undefined : String(came)}
      data-unit-name={vaccine.unitName}
    >
      <ChoiceSwitch
        label="クール"
        name="cycle"
        action="/allocations"
        value={String(cycle.id)}
        options={data.cycles.map((one) => ({ value: String(one.id), label: cycleTitle(one) }))}
      />
      {data.saved && <Saved open={open} />}
      <p class="lead">
        <SheetState open={open} />
        {'　'}標準配送期間 {formatPeriod(cycle.deliveryFrom, cycle.deliveryTo)}
      </p>
      {came === null && <NothingCame open={open} />}
      {came !== null && state && (
        <p>
          <LinkButton href={`${shape.path}/${cycle.id}/proposals`}>分配案を比べて取り込む</LinkButton>
        </p>
      )}
      {sheet && sheet.state === 'draft' && sheet.revision > 1 && <CorrectionUnderWay open={open} screen={screen} />}
      {state ? (
        <Form
          def={def}
          state={state}
          action={`${shape.path}/${cycle.id}${state.question ? '/fix' : ''}`}
          sticky
          rowLabel={(_table, row, column) => rowLabel(view, row, column)}
          secondary={<Actions open={open} view={view} />}
        >
          <SheetFigures open={open} view={view} />
          <TotalError open={open} state={state} />
          <p class="hint">
            空欄は「未入力」です。分配しないときは 0 を入力してください。
            {view.mixed &&
              `${vaccine.unitName}より少ない量は、分配量の代わりにバイアル数を入力してください（1${vaccine.unitName}は${vaccine.vialsPerUnit}バイアル）。`}
          </p>
          <SheetTable open={open} view={view} state={state} />
        </Form>
      ) : (
        <>
          <SheetFigures open={open} view={view} />
          <SheetTable open={open} view={view} state={null} />
        </>
      )}
      {state && sheet?.revision === 1 && open.lines.length > 0 && <DiscardDraft open={open} screen={screen} />}
      {sheet?.state === 'fixed' && cycle.state !== 'closed' && <CorrectionPart open={open} screen={screen} />}
      <SheetHistory open={open} />
    </div>
  );
};

const rowLabel = ({ rows, columns }: SheetView, key: string, column: string): string => {
  const row = rows.find((one) => one.key === key);
  return row ? `${row.label} ${columns.find(({ name }) => name === column)?.label ?? ''}`.trim() : '一覧にない行';
};

/** 「下書き保存」 keeps, 「確定」 is one deliberate act; the unseen first button of the form means 「下書き保存」. */
const Actions = ({ open, view }: { readonly open: OpenPage; readonly view: SheetView }) => {
  const action = `${open.shape.path}/${open.cycle.id}`;
  return (
    <>
      <span>
        残り <LeftSum open={open} view={view} />
      </span>
      <Button formAction={action}>下書き保存</Button>
      <Button variant="primary" formAction={`${action}/fix`}>
        {open.shape.level === 'municipal' ? '分配確定' : '確定'}
      </Button>
      <UnsavedCount />
    </>
  );
};

const Saved = ({ open }: { readonly open: OpenPage }) => (
  <Notice kind="success" live title="下書きを保存しました。">
    {open.sheet && (
      <p>
        {formatInstant(open.sheet.savedAt)}に保存しました。確定するまで、{open.shape.receiver}には通知されません。
      </p>
    )}
  </Notice>
);

const SheetState = ({ open: { sheet } }: { readonly open: OpenPage }) => {
  if (!sheet) return <StateLabel>未入力</StateLabel>;
  const saved = `${formatInstant(sheet.savedAt)} ${sheet.savedBy}`;
  if (sheet.state === 'fixed')
    return (
      <>
        <StateLabel tone="success">確定済み</StateLabel>　第{sheet.revision}版（
        {sheet.fixedAt && formatInstant(sheet.fixedAt)} {sheet.fixedBy}）
      </>
    );
  return (
    <>
      <StateLabel tone="info">{sheet.revision > 1 ? '修正中' : '下書き'}</StateLabel>　最終保存 {saved}
    </>
  );
};

const NothingCame = ({ open: { shape, cycle } }: { readonly open: OpenPage }) => (
  <Notice kind="info" title={`${shape.source}がまだ決まっていません`}>
    <p>
      {shape.level === 'national'
        ? '供給量を「クールの変更」で入力すると、分配を確定できます。それまでは下書き保存だけができます。'
        : `${shape.source}が確定すると、お知らせが届きます。それまでは下書き保存だけができます（配送は${formatDay(cycle.deliveryFrom)}からの予定です）。`}
    </p>
  </Notice>
);

type FiguresProps = { readonly open: OpenPage; readonly view: SheetView };

/** The three figures that answer the page's question: what came, what goes, what is left. */
const SheetFigures = ({ open, view }: FiguresProps) => {
  const { came, vaccine, shape } = open;
  const { some, zero, missing } = view.totals;
  // Boxes and vials together are too long for large type on a phone.
  const large = (value: ComponentChildren) =>
    view.mixed ? <strong>{value}</strong> : <span class="quantity-large">{value}</span>;
  return (
    <Figures
      items={[
        {
          label: shape.source,
          value: large(
            came === null ? <Quantity value={null} /> : showMixed(came, vaccine.vialsPerUnit, vaccine.unitName),
          ),
          note: <SourceNote open={open} />,
        },
        {
          label: '分配する量',
          value: large(<GivenSum open={open} view={view} />),
          note: (
            <>
              接種回数 <DosesSum open={open} view={view} unit="回" />
            </>
          ),
        },
        {
          label: '残り',
          value: large(<LeftSum open={open} view={view} />),
          note: `分配 ${some}件・0${vaccine.unitName} ${zero}件・未入力 ${missing}件`,
        },
      ]}
    />
  );
};

/** Where the amount comes from in more detail: the frames, or where 国 changes it. */
const SourceNote = ({ open: { shape, incoming, cycle } }: { readonly open: OpenPage }) => {
  if (shape.level === 'national' && cycle.state === 'planned')
    return <a href={`/cycles/${cycle.id}/change`}>供給量を変更する</a>;
  const { plan, adjustment } = incoming.frames;
  return adjustment === undefined ? null : (
    <>
      基本計画枠 {showQuantity(plan)}・調整枠 {showQuantity(adjustment)}
    </>
  );
};

/** What is wrong with the total; the error summary leads here. */
const TotalError = ({ open, state }: { readonly open: OpenPage; readonly state: FormState }) => {
  const id = inputId(sheetForms[open.shape.level], totalName);
  return (
    <div id={id} tabIndex={-1}>
      <FieldError id={`${id}-error`} message={state.errors[totalName]} />
    </div>
  );
};
