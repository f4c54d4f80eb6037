import { notFound } from '../../kernel/problem.ts';
import { question } from '../../kernel/question.ts';
import { staleBy } from '../../platform/audit/last-change.store.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { deleteDoctor, loadDoctor } from './doctors.store.ts';
import { ownVenue, venuePath } from './own-venue.service.ts';
import { insertSave } from './venue-changes.store.ts';
import { enteredForVenue } from './venue-news.ts';
import { countDoctors } from './venues.store.ts';

type Where = { readonly venueId: number; readonly doctorId: number };

/** 「一覧から外す」: a doctor who left. The venue's history keeps who it was; the manual has no step for it, so this is ours. */
export const removeDoctor = async (ctx: Ctx, { venueId, doctorId }: Where): Promise<Outcome> => {
  const venue = await ownVenue(ctx, 'venue.edit', venueId);
  const doctor = await loadDoctor(ctx.tx, venueId, doctorId);
  if (!doctor) throw notFound();
  if (ctx.version !== null && ctx.version !== doctor.version) throw await staleBy(ctx.tx, `doctor:${doctorId}`);
  const last = (await countDoctors(ctx.tx, venueId)) === 1;
  ctx.ask(
    question({
      id: 'remove-doctor',
      title: 'この医師を一覧から外しますか',
      lines: [
        '外したことは、変更の履歴に残ります。戻すときは、新規医師情報としてもう一度登録してください。',
        ...(last
          ? [
              '登録されている医師がいなくなります。医師情報が未登録の場合、市町村からワクチンの提供を受けることができません。',
            ]
          : []),
      ],
      rows: [{ label: '（医師）氏名', value: doctor.name }],
      about: doctor.version,
    }),
  );
  await deleteDoctor(ctx.tx, doctorId);
  const change = {
    field: 'doctors',
    label: '医師情報',
    from: `${doctor.name}（${doctor.kana}）`,
    to: '一覧から外しました',
  };
  const by = { at: ctx.now, userId: ctx.actor.userId, orgId: ctx.actor.org.id };
  await insertSave(ctx.tx, venue, { ...by, how: 'edit', changes: [change] });
  const proxy = ctx.actor.org.id !== venueId;
  if (proxy) {
    const line = `医師情報（${doctor.name}）を一覧から外しました。`;
    await ctx.emit('news.told', enteredForVenue(venueId, ctx.actor.org, [line], `doctor-removed:${doctorId}`));
  }
  ctx.note(`doctor:${doctorId}`, { removed: true }, proxy ? venueId : undefined);
  return done(`${venuePath(ctx, venueId)}?saved=doctor-removed#doctors`);
};
