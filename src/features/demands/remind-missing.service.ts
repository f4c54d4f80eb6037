import { dayOf } from '../../kernel/calendar.ts';
import type { InputOf } from '../../kernel/form.ts';
import { conflict } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { missingNow } from './load-missing.service.ts';
import { insertReminders } from './missing.store.ts';
import { demandReminder } from './missing.ts';
import type { remindForm } from './remind.form.ts';

/** S3: an office reminds who is missing, by mail and お知らせ; nobody hears it twice on one day. */
export const remindMissing = async (
  ctx: Ctx,
  { cycle: cycleId, only }: InputOf<typeof remindForm>,
): Promise<Outcome> => {
  const { tx, actor, now } = ctx;
  const missing = await missingNow(tx, actor, now, cycleId);
  const whom = missing?.entries.filter(({ orgId }) => only === '' || String(orgId) === only) ?? [];
  if (!missing || whom.length === 0)
    throw conflict('お知らせする相手はもうありません。入力または確定が済んでいます。一覧を開き直してください。');
  const today = dayOf(now);
  const fresh = await insertReminders(tx, missing.cycle.id, whom, { day: today, at: now, byOrgId: actor.org.id });
  const told = whom.filter(({ orgId }) => fresh.has(orgId));
  await ctx.emit(
    'news.told',
    told.map((entry) => demandReminder(missing, entry, today)),
  );
  ctx.note(`cycle:${cycleId}`, { reminded: told.map(({ orgId }) => orgId) });
  return done(`/demands/missing?cycle=${cycleId}&told=${told.length}&before=${whom.length - told.length}`);
};
