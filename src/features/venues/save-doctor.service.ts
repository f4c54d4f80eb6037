import type { InputOf } from '../../kernel/form.ts';
import { invalid, notFound } from '../../kernel/problem.ts';
import { staleBy } from '../../platform/audit/last-change.store.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { loadVaccines } from '../vaccines/index.ts';
import type { doctorForm } from './doctor.form.ts';
import { insertDoctor, loadDoctor, updateDoctor } from './doctors.store.ts';
import { ownVenue, venuePath } from './own-venue.service.ts';
import { enteredForVenue } from './venue-news.ts';

type Input = InputOf<typeof doctorForm>;
type Where = { readonly venueId: number; readonly doctorId: number | null };

const subjectOf = (doctorId: number): string => `doctor:${doctorId}`;

const change = async (ctx: Ctx, { venueId, doctorId }: Where, values: Omit<Input, '_then'>): Promise<number> => {
  const venue = await ownVenue(ctx, 'venue.edit', venueId);
  if (doctorId === null) return insertDoctor(ctx.tx, venue, values);
  const doctor = await loadDoctor(ctx.tx, venueId, doctorId);
  if (!doctor) throw notFound();
  const current = ctx.version === null || ctx.version === doctor.version;
  if (!current || !(await updateDoctor(ctx.tx, doctor, values))) throw await staleBy(ctx.tx, subjectOf(doctorId));
  return doctorId;
};

/** 「保存」 and 「保存＆新規」 (M2.2-3, M2.3-1); an office may type for the venue, which is told. */
export const saveDoctor = async (ctx: Ctx, where: Where, { _then, ...values }: Input): Promise<Outcome> => {
  const makers = new Set((await loadVaccines(ctx.tx)).map(({ makerId }) => makerId));
  if (!values.makers.every((maker) => makers.has(maker)))
    throw invalid({ makers: '接種可能なワクチン製造販売会社を選択し直してください。' });
  const doctorId = await change(ctx, where, values);
  const proxy = ctx.actor.org.id !== where.venueId;
  if (proxy) {
    const line = `医師情報（${values.name}）を${where.doctorId === null ? '登録' : '更新'}しました。`;
    const key = `doctor:${doctorId}:${ctx.now.getTime()}`;
    await ctx.emit('news.told', enteredForVenue(where.venueId, ctx.actor.org, [line], key));
  }
  ctx.note(subjectOf(doctorId), {}, proxy ? where.venueId : undefined);
  const base = venuePath(ctx, where.venueId);
  return done(_then === 'new' ? `${base}/doctors/new?saved=${doctorId}` : `${base}?saved=doctor#doctors`);
};
