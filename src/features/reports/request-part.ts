import { dayOf, daysBetween, formatDayShort } from '../../kernel/calendar.ts';
import type { FormState } from '../../kernel/form.ts';
import { boxes } from '../../kernel/quantities.ts';
import { type Cycle, registrationPhase } from '../cycles/index.ts';
import type { Demand, StorageChoice } from '../demands/index.ts';
import { type Pack, type Supplies, suppliesFor, vialsOf } from '../vaccines/index.ts';

/** The クール of one vaccine by their 登録期間: open now, next to open, over. */
export type CyclesByPhase = {
  readonly open: readonly Cycle[];
  readonly next: Cycle | null;
  readonly last: Cycle | null;
};

export const byPhase = (cycles: readonly Cycle[], now: Date): CyclesByPhase => {
  const sorted = [...cycles].sort((a, b) => a.registrationFrom.getTime() - b.registrationFrom.getTime());
  const planned = sorted.filter(({ state }) => state === 'planned');
  return {
    open: planned.filter((cycle) => registrationPhase(cycle, now) === 'open'),
    next: planned.find((cycle) => registrationPhase(cycle, now) === 'before') ?? null,
    last: sorted.findLast((cycle) => registrationPhase(cycle, now) === 'after') ?? null,
  };
};

/** What the radio of 保管管理 shows at first: the registered one, or the only one that there is. */
export const initialStorage = (demand: Demand | null, allowed: readonly StorageChoice[]): StorageChoice | null =>
  demand?.storage ?? (allowed.length === 1 ? (allowed[0] ?? null) : null);

export type TypedRequest = { readonly requested: number | null; readonly storage: StorageChoice | null };

/** Was anything in the request part typed or changed? Left as it was, nothing is registered (M2.4-3-1). */
export const isTouched = (typed: TypedRequest, demand: Demand | null, allowed: readonly StorageChoice[]): boolean =>
  typed.requested !== (demand?.requested ?? null) ||
  (allowed.length > 0 && typed.storage !== initialStorage(demand, allowed));

/** Pieces that go with one unit of vaccine: the boxes of 100 for 100 units, so that one rule holds everywhere. */
export const piecesPerUnit = (pack: Pack, dosesPerVial: number): Supplies =>
  suppliesFor(vialsOf(boxes(100), pack), dosesPerVial, pack);

/** 「登録期間 4/26〜4/30 あと4日」. */
export const periodLine = (cycle: Cycle, now: Date): string => {
  const [from, to] = [dayOf(cycle.registrationFrom), dayOf(cycle.registrationTo)];
  const period = `登録期間 ${formatDayShort(from)}〜${formatDayShort(to)}`;
  if (registrationPhase(cycle, now) !== 'open') return period;
  const left = daysBetween(dayOf(now), to);
  return `${period} ${left === 0 ? '今日まで' : `あと${left}日`}`;
};

/** The amount that stands in the field of a form that came back; null when it is no amount. */
export const typedAmount = ({ values }: FormState, max: number): number | null => {
  const typed = values.requested;
  const text = typeof typed === 'string' ? typed.normalize('NFKC').replaceAll(',', '').trim() : '';
  return /^\d+$/.test(text) && Number(text) <= max ? Number(text) : null;
};
