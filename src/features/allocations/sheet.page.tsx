import { formatDay, formatInstant, formatPeriod } from '../../kernel/calendar.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import {
  Button,
  ChoiceSwitch,
  EmptyState,
  Figures,
  Form,
  Hidden,
  Notice,
  Quantity,
  StateLabel,
  UnsavedCount,
} from '../../ui/index.ts';
import { cycleTitle } from '../cycles/index.ts';
import { sheetForms } from './allocation.form.ts';
import { CorrectionPart, CorrectionUnderWay } from './correction.page.tsx';
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
      class="allocation"
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
      <p>
        <SheetState open={open} /> 標準配送期間 {formatPeriod(cycle.deliveryFrom, cycle.deliveryTo)}
      </p>
      <SheetFigures open={open} view={view} />
      {came === null && <NothingCame open={open} />}
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
          <p class="hint">
            空欄は「未入力」です。分配しないときは 0 を入力してください。
            {view.mixed &&
              `箱より少ない量を分配するときは、分配量の代わりにバイアル数を入力してください（1${vaccine.unitName}は${vaccine.vialsPerUnit}バイアル）。`}
          </p>
          <SheetTable open={open} view={view} state={state} />
        </Form>
      ) : (
        <SheetTable open={open} view={view} state={null} />
      )}
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
      <Button formAction={action}>下書き保存</Button>
      <Button variant="primary" formAction={`${action}/fix`}>
        {open.shape.level === 'municipal' ? '分配確定' : '確定'}
      </Button>
      <span class="allocation-bar">
        残り <LeftSum open={open} view={view} />
      </span>
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

const SheetFigures = ({ open, view }: { readonly open: OpenPage; readonly view: SheetView }) => {
  const { shape, came, vaccine, incoming } = open;
  const { plan, adjustment } = incoming.frames;
  const note =
    shape.level === 'municipal' && adjustment !== undefined
      ? `基本計画枠 ${plan ?? 0}・調整枠 ${adjustment}`
      : undefined;
  return (
    <>
      <Figures
        items={[
          {
            label: shape.source,
            value: came === null ? <Quantity value={null} /> : showMixed(came, vaccine.vialsPerUnit, vaccine.unitName),
            note,
          },
          { label: '分配する量', value: <GivenSum open={open} view={view} /> },
          { label: '残り', value: <LeftSum open={open} view={view} /> },
          { label: '接種回数', value: <DosesSum open={open} view={view} unit="回" /> },
        ]}
      />
      <p>
        <Hidden>入力の状況：</Hidden>
        {shape.receiver} {view.rows.length}件のうち、分配する {view.totals.some}件・0 {view.totals.zero}件・未入力{' '}
        {view.totals.missing}件
      </p>
    </>
  );
};
