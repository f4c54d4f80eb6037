import { z } from 'zod';
import { notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { action, page } from '../../platform/http/index.ts';
import type { Room } from '../../platform/room.ts';
import { may } from '../../policy.ts';
import { loadVaccine, loadVaccines } from '../vaccines/index.ts';
import { changeCycle } from './change-cycle.service.ts';
import { closeOver, closingMoments } from './close-cycles.service.ts';
import { createCycle } from './create-cycle.service.ts';
import { cycleChangeForm, cycleForm, cyclePublishForm } from './cycle.form.ts';
import { cyclePage } from './cycle.page.tsx';
import { type CycleEditData, cycleChangePage, cycleEditPage } from './cycle-edit.page.tsx';
import { cycleListPage } from './cycle-list.page.tsx';
import { loadCycle, loadCycles } from './cycles.store.ts';
import type { Cycle } from './cycles.ts';
import { publishCycle } from './publish-cycle.service.ts';
import { loadCampaigns, loadCycleChanges } from './save-cycle.store.ts';
import { updateCycleDraft } from './update-draft.service.ts';

const params = z.object({ id: z.coerce.number().int().positive() });

const visible = async ({ tx, actor }: Ctx, cycleId: number, states?: readonly Cycle['state'][]): Promise<Cycle> => {
  const cycle = await loadCycle(tx, cycleId, { drafts: may(actor, 'cycle.define') });
  if (!cycle || (states && !states.includes(cycle.state))) throw notFound();
  return cycle;
};

const editData = async ({ tx }: Ctx, cycle: Cycle | null): Promise<CycleEditData> => ({
  cycle,
  campaigns: await loadCampaigns(tx),
  vaccines: await loadVaccines(tx),
});

const list = page({
  path: '/cycles',
  permission: 'cycle.view',
  query: z.object({ vaccine: z.union([z.literal(''), z.coerce.number().int().positive()]).optional() }),
  load: async ({ tx, actor }, { query }) => {
    const vaccineId = query.vaccine || undefined;
    const cycles = await loadCycles(tx, { vaccineId, drafts: may(actor, 'cycle.define') });
    return { cycles, vaccines: await loadVaccines(tx), vaccineId };
  },
  view: cycleListPage,
});

const show = page({
  path: '/cycles/:id',
  permission: 'cycle.view',
  params,
  query: z.object({ saved: z.enum(['draft', 'published', 'changed']).optional() }),
  load: async (ctx, { params, query }) => {
    const cycle = await visible(ctx, params.id);
    const vaccine = await loadVaccine(ctx.tx, cycle.vaccineId);
    if (!vaccine) throw notFound();
    return { cycle, vaccine, changes: await loadCycleChanges(ctx.tx, cycle.id), saved: query.saved };
  },
  view: cyclePage,
});

const fresh = page({
  path: '/cycles/new',
  permission: 'cycle.define',
  load: (ctx) => editData(ctx, null),
  view: cycleEditPage,
});

const edit = page({
  path: '/cycles/:id/edit',
  permission: 'cycle.define',
  params,
  load: async (ctx, { params }) => editData(ctx, await visible(ctx, params.id)),
  view: cycleEditPage,
});

const change = page({
  path: '/cycles/:id/change',
  permission: 'cycle.define',
  params,
  load: (ctx, { params }) => visible(ctx, params.id, ['planned']),
  view: cycleChangePage,
});

export const cyclesRoom: Room = {
  name: 'cycles',
  due: closeOver,
  dueMoments: closingMoments,
  routes: [
    list,
    fresh,
    action({
      path: '/cycles/new',
      permission: 'cycle.define',
      audit: 'cycle.create',
      form: cycleForm,
      page: fresh,
      run: (ctx, { input }) => createCycle(ctx, input),
    }),
    show,
    edit,
    action({
      path: '/cycles/:id/edit',
      permission: 'cycle.define',
      audit: 'cycle.update',
      form: cycleForm,
      params,
      page: edit,
      run: (ctx, { input, params }) => updateCycleDraft(ctx, params.id, input),
    }),
    action({
      path: '/cycles/:id/publish',
      permission: 'cycle.define',
      audit: 'cycle.publish',
      form: cyclePublishForm,
      params,
      page: show,
      run: (ctx, { params }) => publishCycle(ctx, params.id),
    }),
    change,
    action({
      path: '/cycles/:id/change',
      permission: 'cycle.define',
      audit: 'cycle.change',
      form: cycleChangeForm,
      params,
      page: change,
      run: (ctx, { input, params }) => changeCycle(ctx, params.id, input),
    }),
  ],
};
