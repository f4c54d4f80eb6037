import { wholeNumberOrEmpty } from '../../kernel/fields.ts';
import type { SheetRow } from '../../platform/csv/index.ts';
import { cycleTitle } from '../cycles/index.ts';
import { changed, codeOf, otherSheet, planRows, type SheetPlan } from '../sheets/index.ts';
import { entryFaults } from './check-sheet.ts';
import type { Receiver } from './receiver.ts';
import type { OpenSheet } from './sheet-data.ts';
import { linesFrom, type SheetShape } from './sheet-shape.ts';

/** The two columns that people fill: 基本計画枠 and 調整枠, or boxes and loose vials. */
export type AllocationKey = 'cycle' | 'code' | 'name' | 'requested' | 'first' | 'second';
/** What the sheet's form would send for a receiver. */
export type AllocationLine = {
  readonly receiver: string;
  readonly typed: Readonly<Record<string, number | null>>;
};

const digitsOf = { national: 2, prefectural: 6, municipal: 10 } as const;
const filled = ['first', 'second'] as const;

export const allocationColumns = ({ columns, receiver, level }: SheetShape, unitName: string) =>
  [
    { key: 'cycle', label: 'クール', note: 'ダウンロードした内容のまま' },
    { key: 'code', label: 'コード', note: `${receiver}のコード（${digitsOf[level]}桁）。ダウンロードした内容のまま` },
    { key: 'name', label: '名称', note: '確認用（読み取りません）' },
    { key: 'requested', label: '納入希望量', note: '確認用（読み取りません）' },
    ...filled.map((key, i) => ({
      key,
      label: columns[i]?.label ?? '',
      note: `${columns[i]?.measure === 'vials' ? 'バイアル数' : `${unitName}数`}。0以上の整数。空欄は変更しません`,
    })),
  ] as const;

/** The code by which a file names a receiver: a venue goes by its 10 digits. */
const codeIn = ({ code, key }: Receiver): string => code ?? key;

const valuesOf = ({ lines, shape }: OpenSheet, receiver: string): (number | null)[] =>
  shape.columns.map(({ frame, measure }) => {
    const line = lines.find((one) => one.receiver === receiver && one.frame === frame);
    return line?.[measure] ?? null;
  });

/** The sheet as it stands, a row each receiver. */
export const allocationRows = (open: OpenSheet) =>
  open.receivers.map((receiver) => {
    const [first = null, second = null] = valuesOf(open, receiver.key);
    return {
      cycle: cycleTitle(open.cycle),
      code: codeIn(receiver),
      name: receiver.name,
      requested: receiver.confirmed ?? receiver.requested,
      first,
      second,
    };
  });

const show = (value: number | null): string => value?.toLocaleString('ja-JP') ?? '';

/** What a file would write into the draft, with the checks of 「下書き保存」. */
export const planAllocation = (
  open: OpenSheet,
  rows: readonly SheetRow<AllocationKey>[],
): SheetPlan<AllocationLine> => {
  const { shape, vaccine, cycle, receivers } = open;
  const columns = allocationColumns(shape, vaccine.unitName);
  const byCode = new Map(receivers.map((receiver) => [codeIn(receiver), receiver]));
  return planRows<AllocationKey, AllocationLine>(columns, rows, 'code', ({ cells }, say, read) => {
    const other = otherSheet(cells.cycle, cycleTitle(cycle));
    const receiver = byCode.get(codeOf(cells.code, digitsOf[shape.level]));
    if (other) say('cycle', other);
    else if (!receiver) say('code', `この一覧に、このコードの${shape.receiver}はありません。`);
    const numbers = filled.map((key) => read(key, wholeNumberOrEmpty({ max: 999_999 })));
    if (other || !receiver || numbers.includes(undefined)) return null;
    const former = valuesOf(open, receiver.key);
    const next = numbers.map((typed, i) => typed ?? former[i] ?? null);
    const typed = Object.fromEntries(shape.columns.map(({ name }, i) => [name, next[i] ?? null]));
    const [fault] = Object.values(
      entryFaults({ shape, lines: linesFrom(shape, { [receiver.key]: typed }), receivers: [receiver] }),
    );
    if (fault) say('second', fault);
    const changes = shape.columns.flatMap(({ label }, i) =>
      changed(label, show(former[i] ?? null), show(next[i] ?? null)),
    );
    return {
      key: receiver.key,
      action: changes.length === 0 ? 'same' : former.every((value) => value === null) ? 'create' : 'update',
      name: receiver.name,
      changes,
      data: { receiver: receiver.key, typed },
    };
  });
};
