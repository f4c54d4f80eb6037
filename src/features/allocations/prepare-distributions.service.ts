import type { FieldErrors } from '../../kernel/problem.ts';
import { boxes } from '../../kernel/quantities.ts';
import type { Ctx } from '../../platform/context.ts';
import { type Given, planDistributions } from './distribution-plan.ts';
import { lockDistributions, writeDistributions } from './distributions.store.ts';
import { loadWholesaler } from './offices.store.ts';
import type { Line } from './sheet.ts';
import type { OpenSheet } from './sheet-data.ts';
import { inputName } from './sheet-shape.ts';
import { vialsOfLine } from './sheet-sums.ts';

export type PreparedDistributions = {
  readonly faults: FieldErrors;
  /** Said in the dialog: something is missing that does not keep from 確定. */
  readonly warning: string | null;
  readonly write: (sheetId: number) => Promise<void>;
};

/** S7: what the venues' rows become when these lines are fixed; the rows stay locked until then. */
export const prepareDistributions = async (
  ctx: Ctx,
  open: OpenSheet,
  lines: readonly Line[],
): Promise<PreparedDistributions> => {
  const { cycle, vaccine, giver, receivers } = open;
  const standing = await lockDistributions(ctx.tx, cycle.id, giver);
  const plan = planDistributions(givenBy(lines, vaccine), standing, vaccine, cycle.dosesPerVial);
  const wholesaler = await loadWholesaler(ctx.tx, vaccine.id, giver, cycle.deliveryFrom);
  const storages = new Map(receivers.map(({ key, storage }) => [Number(key), storage]));
  return {
    faults: Object.fromEntries(
      [...plan.refused].map(([venueId, reason]) => [inputName(String(venueId), columnOf(lines, venueId)), reason]),
    ),
    warning: wholesaler
      ? null
      : 'この市町村を担当する卸業者が登録されていません。納入予定日が入力できないため、都道府県に登録を依頼してください。',
    write: (sheetId) =>
      writeDistributions(ctx.tx, plan, {
        cycleId: cycle.id,
        sheetId,
        giver,
        at: ctx.now,
        makerId: vaccine.makerId,
        wholesalerId: wholesaler?.id ?? null,
        storageOf: (venueId) => storages.get(venueId) ?? null,
      }),
  };
};

const columnOf = (lines: readonly Line[], venueId: number): string =>
  lines.some(({ receiver, vials }) => receiver === String(venueId) && vials !== null) ? 'vials' : 'units';

const givenBy = (lines: readonly Line[], pack: { readonly vialsPerUnit: number }): Given[] =>
  lines.flatMap((line) => {
    const count = vialsOfLine(line, pack);
    return count === null || count === 0
      ? []
      : [{ venueId: Number(line.receiver), units: line.units === null ? null : boxes(line.units), vials: count }];
  });
