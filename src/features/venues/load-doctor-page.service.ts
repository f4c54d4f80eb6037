import { notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { loadVaccines } from '../vaccines/index.ts';
import type { DoctorPageData } from './doctor.page.tsx';
import { loadDoctor } from './doctors.store.ts';
import { ownVenue, venuePath } from './own-venue.service.ts';

type Where = { readonly venueId: number; readonly doctorId: number | null; readonly saved?: number };

/** 「医師情報の編集」 of a venue's doctor, or of a new one. */
export const loadDoctorPage = async (ctx: Ctx, { venueId, doctorId, saved }: Where): Promise<DoctorPageData> => {
  const venue = await ownVenue(ctx, 'venue.edit', venueId);
  const doctor = doctorId === null ? null : await loadDoctor(ctx.tx, venueId, doctorId);
  if (doctorId !== null && !doctor) throw notFound();
  const before = saved ? await loadDoctor(ctx.tx, venueId, saved) : null;
  const makers = new Map((await loadVaccines(ctx.tx)).map(({ makerId, shortName }) => [makerId, shortName]));
  return {
    doctor,
    makers: [...makers].map(([id, name]) => ({ id, name })),
    venueName: venue.values.name,
    base: venuePath(ctx, venueId),
    proxy: ctx.actor.org.id !== venueId,
    ...(before && { savedName: before.name }),
  };
};
