import { z } from 'zod';
import { dayOf, formatDay } from '../../kernel/calendar.ts';
import { notFound } from '../../kernel/problem.ts';
import { staleBy } from '../../platform/audit/last-change.store.ts';
import type { Ctx } from '../../platform/context.ts';
import { prefectureByCode } from '../areas/index.ts';
import { changed, type SheetTable } from '../sheets/index.ts';
import { loadVaccine } from '../vaccines/index.ts';
import { type AreaKey, type AreaLine, areaColumns, planAreas } from './area.csv.ts';
import { areaName } from './area-names.ts';
import { tellWholesalers } from './tell-area.service.ts';
import {
  insertWholesalerArea,
  loadWholesalerAreas,
  loadWholesalers,
  lockWholesalerAreas,
  updateWholesalerArea,
} from './wholesaler-areas.store.ts';
import { termState } from './wholesaler-areas.ts';

const params = z.object({ vaccine: z.coerce.number().int().positive().max(999_999_999) });
type Place = z.infer<typeof params>;

const open = async ({ tx, actor }: Ctx, place: Place) => {
  const { prefectureCode } = actor.org;
  const vaccine = await loadVaccine(tx, place.vaccine);
  if (prefectureCode === null || !vaccine) throw notFound();
  const rows = await loadWholesalerAreas(tx, prefectureCode, vaccine.id);
  return { prefectureCode, vaccine, rows, wholesalers: await loadWholesalers(tx) };
};

/** 「卸業者の担当地域」 from a file (S34, S19): a line a term of one vaccine. */
export const areaSheet: SheetTable<Place, AreaKey, AreaLine> = {
  sheet: 'wholesaler-areas',
  path: '/wholesaler-areas/sheet/:vaccine',
  permission: 'wholesaler-area.assign',
  params,
  head: async (ctx, place) => ({
    name: '卸業者の担当地域',
    about: (await open(ctx, place)).vaccine.shortName,
    crumbs: [
      { label: 'ホーム', href: '/' },
      { label: '卸業者の担当地域', href: `/wholesaler-areas?vaccine=${place.vaccine}` },
    ],
    lead: '担当の期間を1行に1つ書きます。担当が替わるときは、いまの行に終了日を入れ、次の卸業者の行を足します。ファイルにない担当はそのままです。登録すると卸業者に知らせます。',
    columns: areaColumns,
    maxRows: 5_000,
  }),
  current: async (ctx, place) => {
    const { rows, vaccine, prefectureCode } = await open(ctx, place);
    return rows
      .filter((row) => termState(row, dayOf(ctx.now)) !== 'over')
      .map((row) => ({
        vaccine: vaccine.shortName,
        code: row.municipalityCode ?? prefectureCode,
        area: row.municipalityCode === null ? (prefectureByCode(prefectureCode)?.name ?? '') : areaName(row),
        wholesaler: row.wholesalerName,
        fromDay: row.fromDay.replaceAll('-', '/'),
        toDay: row.toDay?.replaceAll('-', '/') ?? '',
      }));
  },
  lock: async (ctx, place) => {
    const { prefectureCode } = ctx.actor.org;
    if (prefectureCode !== null) await lockWholesalerAreas(ctx.tx, prefectureCode, place.vaccine);
  },
  plan: async (ctx, place, lines) => {
    const { rows, vaccine, prefectureCode, wholesalers } = await open(ctx, place);
    const known = { rows, vaccine: vaccine.shortName, prefectureCode, wholesalers, today: dayOf(ctx.now) };
    const plan = planAreas(known, lines);
    return {
      faults: plan.faults,
      rows: plan.rows.map((row) => ({
        ...row,
        changes: [
          ...changed('卸業者', row.data.former?.wholesalerName ?? null, row.data.wholesalerName),
          ...(row.data.former ? [] : changed('開始日', null, formatDay(row.data.fromDay))),
          ...changed(
            '終了日',
            row.data.former?.toDay ? formatDay(row.data.former.toDay) : null,
            row.data.toDay && formatDay(row.data.toDay),
          ),
        ],
      })),
    };
  },
  save: async (ctx, place, planned) => {
    const { prefectureCode, vaccine } = await open(ctx, place);
    const told = planned.map(({ data }) => ({ ...data, prefectureCode }));
    for (const { former, ...row } of told)
      if (former && !(await updateWholesalerArea(ctx.tx, former, row)))
        throw await staleBy(ctx.tx, `wholesaler-area:${former.id}`);
    for (const { former, ...row } of told)
      if (!former) await insertWholesalerArea(ctx.tx, { ...row, vaccineId: vaccine.id });
    await tellWholesalers(ctx, vaccine.shortName, told, 'sheet');
  },
};
