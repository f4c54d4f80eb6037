import { z } from 'zod';
import { notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { action, page } from '../../platform/http/index.ts';
import type { Room } from '../../platform/room.ts';
import { createVaccine } from './create-vaccine.service.ts';
import { loadMakers } from './save-vaccine.store.ts';
import { updateVaccine } from './update-vaccine.service.ts';
import { vaccineForm } from './vaccine.form.ts';
import { vaccinePage } from './vaccine.page.tsx';
import { type VaccineEditData, vaccineEditPage } from './vaccine-edit.page.tsx';
import { vaccineListPage } from './vaccine-list.page.tsx';
import { loadDosesPerVial, loadVaccine, loadVaccines } from './vaccines.store.ts';

const params = z.object({ id: z.coerce.number().int().positive() });

const one = async ({ tx }: Ctx, vaccineId: number) => {
  const vaccine = await loadVaccine(tx, vaccineId);
  if (!vaccine) throw notFound();
  return { vaccine, doses: await loadDosesPerVial(tx, vaccineId) };
};

const fresh = page({
  path: '/vaccines/new',
  permission: 'vaccine.define',
  load: async ({ tx }): Promise<VaccineEditData> => ({ vaccine: null, doses: [], makers: await loadMakers(tx) }),
  view: vaccineEditPage,
});

const edit = page({
  path: '/vaccines/:id/edit',
  permission: 'vaccine.define',
  params,
  load: async (ctx, { params }): Promise<VaccineEditData> => ({
    ...(await one(ctx, params.id)),
    makers: await loadMakers(ctx.tx),
  }),
  view: vaccineEditPage,
});

export const vaccinesRoom: Room = {
  name: 'vaccines',
  routes: [
    page({
      path: '/vaccines',
      permission: 'cycle.view',
      load: ({ tx }) => loadVaccines(tx),
      view: vaccineListPage,
    }),
    fresh,
    action({
      path: '/vaccines/new',
      permission: 'vaccine.define',
      audit: 'vaccine.create',
      form: vaccineForm,
      page: fresh,
      run: (ctx, { input }) => createVaccine(ctx, input),
    }),
    page({
      path: '/vaccines/:id',
      permission: 'cycle.view',
      params,
      query: z.object({ saved: z.literal('1').optional() }),
      load: async (ctx, { params, query }) => ({ ...(await one(ctx, params.id)), saved: query.saved === '1' }),
      view: vaccinePage,
    }),
    edit,
    action({
      path: '/vaccines/:id/edit',
      permission: 'vaccine.define',
      audit: 'vaccine.update',
      form: vaccineForm,
      params,
      page: edit,
      run: (ctx, { input, params }) => updateVaccine(ctx, params.id, input),
    }),
  ],
};
