import { z } from 'zod';
import { notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { action, page } from '../../platform/http/index.ts';
import type { Room } from '../../platform/room.ts';
import { sheetRoutes } from '../sheets/index.ts';
import { loadVaccine, loadVaccines } from '../vaccines/index.ts';
import { type AreaChangeData, type AreaNewData, areaChangePage, areaNewPage } from './area-edit.page.tsx';
import { type AreaListData, areaListPage } from './area-list.page.tsx';
import { areaSheet } from './area-sheet.service.ts';
import { assignWholesaler } from './assign-wholesaler.service.ts';
import { cancelArea } from './cancel-area.service.ts';
import { changeArea } from './change-area.service.ts';
import { ownArea } from './own-area.service.ts';
import { wholesalerAreaCancelForm, wholesalerAreaChangeForm, wholesalerAreaForm } from './wholesaler-area.form.ts';
import { loadWholesalerAreas, loadWholesalers } from './wholesaler-areas.store.ts';

const id = z.coerce.number().int().positive();
const params = z.object({ id });
const flag = z.literal('1').optional();

const ownPrefecture = ({ actor }: Ctx): string => {
  if (actor.org.prefectureCode === null) throw notFound();
  return actor.org.prefectureCode;
};

type ListQuery = { readonly vaccine?: number; readonly past?: '1'; readonly saved?: '1' };

const loadList = async (ctx: Ctx, { vaccine, past, saved }: ListQuery): Promise<AreaListData> => {
  const prefectureCode = ownPrefecture(ctx);
  const vaccines = await loadVaccines(ctx.tx);
  const vaccineId = vaccine ?? vaccines[0]?.id ?? 0;
  if (vaccine !== undefined && !vaccines.some((one) => one.id === vaccine)) throw notFound();
  const rows = await loadWholesalerAreas(ctx.tx, prefectureCode, vaccineId);
  return { prefectureCode, vaccineId, vaccines, rows, past: past === '1', saved: saved === '1' };
};

const loadNew = async (ctx: Ctx, vaccineId: number | undefined): Promise<AreaNewData> => ({
  prefectureCode: ownPrefecture(ctx),
  vaccineId,
  vaccines: await loadVaccines(ctx.tx),
  wholesalers: await loadWholesalers(ctx.tx),
});

const loadChange = async (ctx: Ctx, areaId: number): Promise<AreaChangeData> => {
  const area = await ownArea(ctx, areaId);
  const vaccine = await loadVaccine(ctx.tx, area.vaccineId);
  return { area, vaccineName: vaccine?.name ?? '', wholesalers: await loadWholesalers(ctx.tx) };
};

const fresh = page({
  path: '/wholesaler-areas/new',
  permission: 'wholesaler-area.assign',
  query: z.object({ vaccine: id.optional() }),
  load: (ctx, { query }) => loadNew(ctx, query.vaccine),
  view: areaNewPage,
});

const change = page({
  path: '/wholesaler-areas/:id',
  permission: 'wholesaler-area.assign',
  params,
  load: (ctx, { params }) => loadChange(ctx, params.id),
  view: areaChangePage,
});

export const wholesalerAreasRoom: Room = {
  name: 'wholesaler-areas',
  routes: [
    ...sheetRoutes(areaSheet),
    page({
      path: '/wholesaler-areas',
      permission: 'wholesaler-area.assign',
      query: z.object({ vaccine: id.optional(), past: flag, saved: flag }),
      load: (ctx, { query }) => loadList(ctx, query),
      view: areaListPage,
    }),
    fresh,
    action({
      path: '/wholesaler-areas/new',
      permission: 'wholesaler-area.assign',
      audit: 'wholesaler-area.assign',
      form: wholesalerAreaForm,
      page: fresh,
      run: (ctx, { input }) => assignWholesaler(ctx, input),
    }),
    change,
    action({
      path: '/wholesaler-areas/:id',
      permission: 'wholesaler-area.assign',
      audit: 'wholesaler-area.change',
      form: wholesalerAreaChangeForm,
      params,
      page: change,
      run: (ctx, { input, params }) => changeArea(ctx, params.id, input),
    }),
    action({
      path: '/wholesaler-areas/:id/cancel',
      permission: 'wholesaler-area.assign',
      audit: 'wholesaler-area.cancel',
      form: wholesalerAreaCancelForm,
      params,
      page: change,
      run: (ctx, { params }) => cancelArea(ctx, params.id),
    }),
  ],
};
