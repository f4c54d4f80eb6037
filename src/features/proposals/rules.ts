import { z } from 'zod';
import file from '../../../data/allocation-rules.json' with { type: 'json' };
import type { Day } from '../../kernel/calendar.ts';
import type { Frame, Level } from '../allocations/index.ts';

/** What a part is split by. `listed`: numbers that stand in the rule itself. */
const weights = ['population', 'demand', 'need', 'equal', 'municipalities', 'listed'] as const;
export type Weight = (typeof weights)[number];

/** How much of the amount a part takes: so many for each weight, a share of the whole, or what is left. */
export type Take = 'rest' | { readonly each: number } | { readonly share: number; readonly of: number };
export type RulePart = { readonly frame: Frame; readonly take: Take; readonly weight: Weight };

/** One way to split an amount, in force for the クール whose 標準配送期間 begins between `from` and `to`. */
export type Rule = {
  readonly id: string;
  readonly version: number;
  readonly from: Day;
  /** null: still in force. */
  readonly to: Day | null;
  readonly name: string;
  /** Head of a column. */
  readonly shortName: string;
  readonly levels: readonly Level[];
  /** Where the figures or the rule come from, in words. */
  readonly source: string;
  readonly parts: readonly RulePart[];
  /** Only for `need`: use of so many days, to last for so many. */
  readonly need: NeedDays | null;
  /** Only for `listed`; who is not named weighs 1. */
  readonly listed: Readonly<Record<string, number>> | null;
};
export type NeedDays = { readonly lookBackDays: number; readonly coverDays: number };

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/) as unknown as z.ZodType<Day>;
const count = z.number().int().positive();
const part = z.strictObject({
  frame: z.enum(['plan', 'adjustment']),
  take: z.union([
    z.literal('rest'),
    z.strictObject({ each: count }),
    z.strictObject({ share: count, of: count }).refine(({ share, of }) => share <= of),
  ]),
  weight: z.enum(weights),
});
const rule = z
  .strictObject({
    id: z.string().regex(/^[a-z-]+$/),
    version: count,
    from: day,
    to: day.optional(),
    name: z.string().min(1),
    shortName: z.string().min(1).max(8),
    levels: z.array(z.enum(['national', 'prefectural', 'municipal'])).min(1),
    source: z.string().min(1),
    parts: z.array(part).min(1),
    need: z.strictObject({ lookBackDays: count, coverDays: count }).optional(),
    listed: z.record(z.string(), count).optional(),
  })
  // The last part takes what is left, so that no rule can lose a unit.
  .refine(({ parts }) => parts.findIndex(({ take }) => take === 'rest') === parts.length - 1)
  .refine(({ parts, need }) => (need !== undefined) === parts.some(({ weight }) => weight === 'need'))
  .refine(({ parts, listed }) => (listed !== undefined) === parts.some(({ weight }) => weight === 'listed'))
  .refine(({ from, to }) => to === undefined || from <= to);

/** Reads the rules of a data file; throws when one could not be carried out. */
export const readRules = (data: unknown): Rule[] =>
  z
    .object({ rules: z.array(rule) })
    .parse(data)
    .rules.map((one) => ({ ...one, to: one.to ?? null, need: one.need ?? null, listed: one.listed ?? null }));

/** Every rule that ever was in force. */
export const allRules: readonly Rule[] = readRules(file);

const inForce = ({ from, to }: Rule, on: Day): boolean => from <= on && (to === null || on <= to);

/** The rules of a level for a クール whose delivery begins on a day, in the order of the file. */
export const rulesOf = (level: Level, on: Day, rules: readonly Rule[] = allRules): Rule[] =>
  rules.filter((one) => one.levels.includes(level) && inForce(one, on));

/** The days from which something changed, newest first: what a what-if can be set to. */
export const ruleDays = (rules: readonly Rule[] = allRules): Day[] =>
  [...new Set(rules.map(({ from }) => from))].sort().reverse();
