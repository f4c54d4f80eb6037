import { formatInstant } from '../../kernel/calendar.ts';
import { conflict, notFound, stale } from '../../kernel/problem.ts';
import { boxes, showQuantity } from '../../kernel/quantities.ts';
import { question } from '../../kernel/question.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { loadOffice } from '../accounts/index.ts';
import { cycleTitle } from '../cycles/index.ts';
import { saveConfirmation } from './confirmations.store.ts';
import { demandConfirmed } from './demand-news.ts';
import { amountOf } from './demands.ts';
import { loadSheet } from './load-sheet.service.ts';
import type { VenueSheet } from './sheet.ts';

/** S4 「納入希望量を確定する」: one deliberate act that repeats the numbers; again after a change, as a new version. */
export const confirmDemand = async (ctx: Ctx, cycleId: number): Promise<Outcome> => {
  const sheet = await loadSheet(ctx, { cycle: cycleId });
  if (sheet?.level !== 'municipality') throw notFound();
  const { confirmation, outdated, totals, area, cycle } = sheet;
  if (!sheet.mayCorrect) throw conflict('登録期間がまだ始まっていないため、確定できません。');
  const former = confirmation?.version ?? 0;
  if (confirmation && former !== (ctx.version ?? 0))
    throw stale(confirmation.confirmedBy, formatInstant(confirmation.confirmedAt));
  if (confirmation && !outdated) throw conflict('この納入希望量はすでに確定しています。変更はありません。');
  ask(ctx, sheet);

  const saved = await saveConfirmation(ctx.tx, {
    cycleId,
    municipalityCode: area.code,
    prefectureCode: sheet.prefectureCode,
    boxes: totals.sum ?? boxes(0),
    venuesEntered: totals.venuesEntered,
    venuesMissing: totals.venuesMissing,
    at: ctx.now,
    userId: ctx.actor.userId,
    after: former,
  });
  if (!saved) throw stale('同じ市町村の担当者', formatInstant(ctx.now));
  const prefecture = await loadOffice(ctx.tx, sheet.prefectureCode);
  if (prefecture !== null)
    await ctx.emit('news.told', demandConfirmed(cycle, sheet.vaccine, prefecture, area, totals, former + 1));
  ctx.note(`municipality:${area.code}`, {
    cycle: cycleId,
    boxes: totals.sum,
    missing: totals.venuesMissing,
    version: former + 1,
  });
  return done(`/demands/confirmed?cycle=${cycleId}`);
};

const ask = (ctx: Ctx, { totals, cycle, vaccine, phase, area, confirmation }: VenueSheet): void => {
  const amount = amountOf(totals.sum, vaccine, cycle.dosesPerVial);
  ctx.ask(
    question({
      id: 'confirm-demand',
      title: '納入希望量を確定しますか？',
      lines: [
        `${area.name}の${cycleTitle(cycle)}の納入希望量を確定し、都道府県にお知らせします。`,
        ...(totals.venuesMissing > 0
          ? [`未入力の${totals.venuesMissing}施設は、希望量がわからないまま確定します（0とはみなしません）。`]
          : []),
        ...(phase === 'open' ? ['登録期間中のため、このあと施設が登録・変更した場合は、もう一度確定が必要です。'] : []),
      ],
      rows: [
        { label: '納入希望量', value: `${showQuantity(totals.sum)}${vaccine.unitName}` },
        { label: 'バイアル本数', value: `${showQuantity(amount?.vials)}本` },
        { label: '接種回数', value: `${showQuantity(amount?.doses)}回` },
        { label: '登録済', value: `${totals.venuesEntered}施設` },
        { label: '未入力', value: `${totals.venuesMissing}施設` },
      ],
      about: [cycle.id, confirmation?.version ?? 0],
    }),
  );
};
