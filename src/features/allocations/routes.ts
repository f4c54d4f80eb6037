import { z } from 'zod';
import type { Ctx } from '../../platform/context.ts';
import { action, type PageRoute, page, type Route } from '../../platform/http/index.ts';
import type { Room } from '../../platform/room.ts';
import type { PermissionName } from '../../policy.ts';
import { sheetRoutes } from '../sheets/index.ts';
import { correctionForm, discardForm, sheetForms } from './allocation.form.ts';
import { allocationSheet } from './allocation-sheet.service.ts';
import { discardDraft } from './discard-draft.service.ts';
import { fixSheet } from './fix-sheet.service.ts';
import { loadSheetPage, ownGiver } from './load-sheet-page.service.ts';
import { openCorrection } from './open-correction.service.ts';
import { saveDraft } from './save-draft.service.ts';
import { sheetPage } from './sheet.page.tsx';
import { type Level, levels } from './sheet.ts';
import { sheetDone } from './sheet-done.page.tsx';
import { sheetShapes } from './sheet-shape.ts';

const id = z.coerce.number().int().positive().max(999_999_999);
const params = z.object({ cycle: id });
const permissions = {
  national: 'allocation.national',
  prefectural: 'allocation.prefectural',
  municipal: 'allocation.municipal',
} as const satisfies Record<Level, PermissionName>;

/** The tab 「分配」: every level's own sheet, of the クール that waits first or the one chosen. */
const entrance = page({
  path: '/allocations',
  permission: 'allocation.view',
  query: z.object({ cycle: id.optional() }),
  load: (ctx, { query }) => loadSheetPage(ctx, query.cycle),
  view: sheetPage,
});

const sheetOf = (level: Level): PageRoute =>
  page({
    path: `${sheetShapes[level].path}/:cycle`,
    permission: permissions[level],
    params,
    query: z.object({ saved: z.literal('1').optional() }),
    load: (ctx, { params: { cycle }, query: { saved } }) => loadSheetPage(ctx, cycle, saved === '1'),
    view: sheetPage,
  });

/** The rows of one level: the sheet, 「下書き保存」, 「確定」, 「修正する」, 「修正をやめる」, 「下書きを破棄」. */
const routesOf = (level: Level): Route[] => {
  const permission = permissions[level];
  const sheet = sheetOf(level);
  const path = sheet.path;
  const shared = { permission, params, page: sheet };
  const form = sheetForms[level];
  const order = (ctx: Ctx, cycleId: number) => ({ cycleId, giver: ownGiver(ctx) });
  return [
    sheet,
    action({
      ...shared,
      path,
      form,
      audit: 'allocation.save',
      run: (ctx, { params: { cycle }, input }) => saveDraft(ctx, { ...order(ctx, cycle), input: input.lines }),
    }),
    action({
      ...shared,
      path: `${path}/fix`,
      form,
      audit: 'allocation.fix',
      run: (ctx, { params: { cycle }, input }) => fixSheet(ctx, { ...order(ctx, cycle), input: input.lines }),
    }),
    action({
      ...shared,
      path: `${path}/correct`,
      form: correctionForm,
      audit: 'allocation.correct',
      run: (ctx, { params: { cycle }, input }) => openCorrection(ctx, { ...order(ctx, cycle), reason: input.reason }),
    }),
    action({
      ...shared,
      path: `${path}/discard`,
      form: discardForm,
      audit: 'allocation.discard',
      run: (ctx, { params: { cycle } }) => discardDraft(ctx, order(ctx, cycle)),
    }),
    page({
      path: `${path}/done`,
      permission,
      params,
      load: (ctx, { params: { cycle } }) => loadSheetPage(ctx, cycle),
      view: sheetDone,
    }),
  ];
};

export const allocationsRoom: Room = {
  name: 'allocations',
  routes: [
    entrance,
    ...levels.flatMap(routesOf),
    ...levels.flatMap((level) => sheetRoutes(allocationSheet(level, permissions[level]))),
  ],
};
