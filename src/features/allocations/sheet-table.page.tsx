import type { FormState } from '../../kernel/form.ts';
import { sumKnown } from '../../kernel/quantities.ts';
import { CellInput, type Column, DataTable, Quantity, StateLabel, Total } from '../../ui/index.ts';
import { storageLabel } from '../demands/index.ts';
import { sheetForms } from './allocation.form.ts';
import { showMixed } from './mixed.ts';
import type { OpenPage } from './sheet-data.ts';
import type { SheetColumn } from './sheet-shape.ts';
import { isEntered } from './sheet-shape.ts';
import type { SheetRow, SheetView } from './sheet-view.ts';
import { DosesSum, GivenSum } from './sums.page.tsx';

export type SheetTableProps = {
  readonly open: OpenPage;
  readonly view: SheetView;
  /** null: to be read only. */
  readonly state: FormState | null;
};

/** The sheet as a table: who, what it asked for, what it gets, what that comes to. */
export const SheetTable = ({ open, view, state }: SheetTableProps) => {
  return (
    <DataTable
      caption={open.shape.title}
      captionHidden
      grid={state !== null}
      stack
      columns={columnsOf(open, view, state)}
      rows={view.rows}
      rowKey={({ key }) => key}
      foot={footOf(open, view)}
    />
  );
};

const columnsOf = (open: OpenPage, view: SheetView, state: FormState | null): Column<SheetRow>[] => {
  const { shape, vaccine } = open;
  const inUnits = (label: string): string => `${label}（${vaccine.unitName}）`;
  const correction = view.rows.some(({ former }) => former.length > 0);
  const below = view.rows.some(({ fixedBelow }) => fixedBelow !== null);
  return [
    { key: 'name', label: shape.receiver, sticky: true, cell: (row) => <Name row={row} /> },
    {
      key: 'requested',
      label: inUnits('希望量'),
      align: 'end',
      cell: ({ requested }) => <Quantity value={requested} />,
    },
    {
      key: 'confirmed',
      label: inUnits(shape.level === 'municipal' ? '確認後の希望量' : '確認済みの希望量'),
      align: 'end',
      cell: ({ confirmed }) => <Quantity value={confirmed} />,
    },
    ...(shape.level === 'national' ? [confirmationsColumn] : []),
    ...(correction ? [formerColumn(open)] : []),
    ...view.columns.map((column) => amountColumn(open, view, state, column)),
    ...(below ? [belowColumn(open)] : []),
    ...(shape.level === 'municipal' && vaccine.asksStorage
      ? [
          {
            key: 'storage',
            label: '保管管理',
            cell: ({ storage }) => storageLabel(storage) ?? <Quantity value={null} />,
          } satisfies Column<SheetRow>,
        ]
      : []),
    ...totalColumns(open, view),
  ];
};

/** What the row comes to: the last column stays in sight when the table is scrolled. */
const totalColumns = (open: OpenPage, view: SheetView): Column<SheetRow>[] => {
  const municipal = open.shape.level === 'municipal';
  const doses: Column<SheetRow> = {
    key: 'doses',
    label: '接種回数（回）',
    align: 'end',
    sticky: municipal ? 'end' : false,
    cell: ({ key }) => <DosesSum open={open} view={view} row={key} />,
  };
  const sum: Column<SheetRow> = {
    key: 'sum',
    label: `合計（${open.vaccine.unitName}）`,
    align: 'end',
    sticky: 'end',
    cell: (row) => <RowSum row={row} open={open} />,
  };
  return municipal ? [doses] : [doses, sum];
};

const Name = ({ row }: { readonly row: SheetRow }) => (
  <>
    {row.name}
    {row.code && <span class="figure-note">{row.code}</span>}
    {row.doctors === 0 && <StateLabel tone="warning">医師未登録</StateLabel>}
    {row.hasRequest === false && row.handles && <StateLabel tone="warning">希望量未登録</StateLabel>}
    {!row.handles && <StateLabel tone="warning">取扱いなし</StateLabel>}
  </>
);

const confirmationsColumn: Column<SheetRow> = {
  key: 'confirmations',
  label: '確認した市町村',
  align: 'end',
  cell: ({ confirmations }) => confirmations && `${confirmations.done}/${confirmations.of}`,
};

const RowSum = ({ row, open }: { readonly row: SheetRow; readonly open: OpenPage }) => (
  <Total group={`row-${row.key}`} value={row.count === null ? null : row.count / open.vaccine.vialsPerUnit} />
);

const amountColumn = (
  open: OpenPage,
  view: SheetView,
  state: FormState | null,
  column: SheetColumn,
): Column<SheetRow> => ({
  key: column.name,
  label: `${column.label}（${column.measure === 'units' ? open.vaccine.unitName : '本'}）`,
  align: 'end',
  cell: (row) =>
    state ? (
      <CellInput
        def={sheetForms[open.shape.level]}
        state={state}
        table="lines"
        row={row.key}
        rowLabel={row.label}
        column={column.name}
        sum={view.mixed ? `col-${column.name}` : ['all', `row-${row.key}`, `col-${column.name}`]}
      />
    ) : (
      <Quantity value={valueIn(row, column)} />
    ),
});

const valueIn = ({ lines }: SheetRow, { frame, measure }: SheetColumn): number | null =>
  lines.find((line) => line.frame === frame)?.[measure] ?? null;

const formerColumn = ({ vaccine }: OpenPage): Column<SheetRow> => ({
  key: 'former',
  label: '確定済みの量',
  align: 'end',
  nowrap: true,
  cell: ({ former }) => {
    const known = former.filter(isEntered);
    if (known.length === 0) return <Quantity value={null} />;
    const count = known.reduce((sum, { units, vials }) => sum + (units ?? 0) * vaccine.vialsPerUnit + (vials ?? 0), 0);
    return showMixed(count, vaccine.vialsPerUnit, vaccine.unitName);
  },
});

const belowColumn = ({ vaccine, shape }: OpenPage): Column<SheetRow> => ({
  key: 'below',
  label: `${shape.receiver}が確定した量`,
  align: 'end',
  nowrap: true,
  cell: ({ fixedBelow }) =>
    fixedBelow === null ? <Quantity value={null} /> : showMixed(fixedBelow, vaccine.vialsPerUnit, vaccine.unitName),
});

const footOf = (open: OpenPage, view: SheetView) => {
  const columnSum = (column: SheetColumn) => sumKnown(view.rows.map((row) => valueIn(row, column)));
  return {
    requested: <Quantity value={sumKnown(view.rows.map(({ requested }) => requested))} />,
    confirmed: <Quantity value={sumKnown(view.rows.map(({ confirmed }) => confirmed))} />,
    ...Object.fromEntries(
      view.columns.map((column) => [
        column.name,
        <Total key={column.name} group={`col-${column.name}`} value={columnSum(column)} />,
      ]),
    ),
    sum: <GivenSum open={open} view={view} />,
    doses: <DosesSum open={open} view={view} />,
  };
};
