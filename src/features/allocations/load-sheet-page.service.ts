import { notFound } from '../../kernel/problem.ts';
import { vials } from '../../kernel/quantities.ts';
import type { Ctx } from '../../platform/context.ts';
import { loadCycles } from '../cycles/index.ts';
import { allocationsWaiting } from './allocations-waiting.service.ts';
import { giverOf } from './giver.ts';
import { loadIncoming } from './incoming.store.ts';
import { openSheet } from './open-sheet.service.ts';
import type { Giver } from './sheet.ts';
import type { SheetPageData } from './sheet-data.ts';
import { sheetShapes } from './sheet-shape.ts';

/** The giver that acts; others never come here. */
export const ownGiver = ({ actor }: Pick<Ctx, 'actor'>): Giver => {
  const giver = giverOf(actor);
  if (!giver) throw notFound();
  return giver;
};

/** A sheet as its giver sees it; without a クール the one that waits first, else the newest. */
export const loadSheetPage = async (ctx: Ctx, cycleId?: number, saved = false): Promise<SheetPageData> => {
  const giver = ownGiver(ctx);
  const cycles = await loadCycles(ctx.tx);
  const id = cycleId ?? (await firstWaiting(ctx, giver)) ?? cycles[0]?.id;
  if (id === undefined) return { cycles, open: null, giver, saved };
  const open = await openSheet(ctx, id, giver);
  const incoming = await loadIncoming(ctx.tx, id, giver);
  const came = incoming.total === null ? null : vials(incoming.total * open.vaccine.vialsPerUnit);
  return { cycles, open: { ...open, incoming, came }, giver, saved };
};

const firstWaiting = async (ctx: Ctx, giver: Giver): Promise<number | undefined> => {
  const [first] = await allocationsWaiting(ctx.tx, ctx.actor, ctx.now);
  const id = first?.href.slice(sheetShapes[giver.level].path.length + 1);
  return id ? Number(id) : undefined;
};
