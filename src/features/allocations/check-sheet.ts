import type { FieldErrors } from '../../kernel/problem.ts';
import type { Vials } from '../../kernel/quantities.ts';
import { showMixed } from './mixed.ts';
import type { Line } from './sheet.ts';
import { inputName, isEntered, type SheetShape } from './sheet-shape.ts';
import { vialsByReceiver } from './sheet-sums.ts';

/** What is known of a receiver when its amount is checked. */
export type ReceiverFacts = {
  readonly key: string;
  readonly name: string;
  /** What it has fixed for the level below; null: nothing. */
  readonly fixedBelow: Vials | null;
  /** Venues only: null where it does not matter. */
  readonly doctors: number | null;
  readonly hasRequest: boolean | null;
};

type Pack = { readonly vialsPerUnit: number; readonly unitName: string };

/** Name of the message about the total; the page puts its place there. */
export const totalName = 'total';

type Check = {
  readonly shape: SheetShape;
  readonly lines: readonly Line[];
  readonly receivers: readonly ReceiverFacts[];
  readonly came: Vials | null;
  readonly pack: Pack;
  /** What is fixed now; a row that does not grow may stay, whatever became of its receiver since. */
  readonly former?: readonly Line[];
};

/** Faults that keep even a draft from being saved: rows of strangers, boxes and vials at once. */
export const entryFaults = ({ shape, lines, receivers }: Pick<Check, 'shape' | 'lines' | 'receivers'>): FieldErrors => {
  const known = new Set(receivers.map(({ key }) => key));
  const faults: Record<string, string> = {};
  for (const line of lines) {
    const [first, second] = shape.columns;
    if (!known.has(line.receiver))
      faults[inputName(line.receiver, first?.name ?? '')] =
        `この一覧にない${shape.receiver}が含まれています。画面を開き直して、もう一度入力してください。`;
    else if (line.units !== null && line.vials !== null && second)
      faults[inputName(line.receiver, second.name)] = '箱とバイアル数はどちらか一方を入力してください。';
  }
  return faults;
};

/** Everything that keeps a sheet from 確定, at the total and at the rows (S15); empty when it may be fixed. */
export const fixFaults = (check: Check): FieldErrors => ({ ...totalFaults(check), ...rowFaults(check) });

const totalFaults = ({ shape, lines, came, pack }: Check): FieldErrors => {
  const show = (count: number): string => showMixed(count, pack.vialsPerUnit, pack.unitName);
  if (!lines.some(isEntered))
    return { [totalName]: '分配量が1件も入力されていません。分配しない場合は 0 を入力してください。' };
  const given = [...vialsByReceiver(lines, pack).values()].reduce<number>((sum, count) => sum + (count ?? 0), 0);
  if (came === null)
    return { [totalName]: `${shape.source}がまだ決まっていないため、確定できません。下書き保存はできます。` };
  return given > came
    ? {
        [totalName]: `分配量の合計（${show(given)}）が${shape.source}（${show(came)}）を${show(given - came)}超えています。分配量を減らしてください。`,
      }
    : {};
};

const rowFaults = ({ shape, lines, receivers, came, pack, former = [] }: Check): FieldErrors => {
  const each = vialsByReceiver(lines, pack);
  const had = vialsByReceiver(former, pack);
  const faults: Record<string, string> = {};
  for (const receiver of receivers) {
    const [count, before] = [each.get(receiver.key) ?? null, had.get(receiver.key) ?? 0];
    const fault = rowFault(receiver, count, before, came, shape, pack);
    if (fault) faults[inputName(receiver.key, columnAt(shape, lines, receiver.key))] = fault;
  }
  return faults;
};

/** The column of a row where something is entered, else its first. */
const columnAt = ({ columns }: SheetShape, lines: readonly Line[], key: string): string => {
  const entered = columns.find(({ frame, measure }) =>
    lines.some((line) => line.receiver === key && line.frame === frame && line[measure] !== null),
  );
  return (entered ?? columns[0])?.name ?? '';
};

const rowFault = (
  receiver: ReceiverFacts,
  count: Vials | null,
  before: number,
  came: Vials | null,
  { source }: SheetShape,
  { vialsPerUnit, unitName }: Pack,
): string | null => {
  const floor = receiver.fixedBelow ?? 0;
  if ((count ?? 0) < floor)
    return `${receiver.name}がすでに確定した分配量（${showMixed(floor, vialsPerUnit, unitName)}）より少なくできません。先に${receiver.name}の分配を修正してもらってください。`;
  if (count === null || count <= before) return null;
  if (receiver.doctors === 0)
    return `${receiver.name}は医師情報が登録されていないため、分配できません。医師情報が登録されてから分配してください。`;
  if (receiver.hasRequest === false)
    return `${receiver.name}は納入希望量が登録されていないため、分配できません。希望量を登録（代行入力）してから分配してください。`;
  return came !== null && count > came ? `${source}より多く入力されています。` : null;
};
