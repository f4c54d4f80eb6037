import { notFound } from '../../kernel/problem.ts';
import type { ReadCtx } from '../../platform/context.ts';
import { loadCycle } from '../cycles/index.ts';
import { loadVaccine } from '../vaccines/index.ts';
import { loadLines } from './lines.store.ts';
import { loadReceivers } from './receivers.store.ts';
import type { Giver } from './sheet.ts';
import type { OpenSheet } from './sheet-data.ts';
import { sheetShapes } from './sheet-shape.ts';
import { loadSheets } from './sheets.store.ts';

/** Reads a sheet; a クール that is not there for all, or a stranger's, does not exist. */
export const openSheet = async ({ tx }: Pick<ReadCtx, 'tx'>, cycleId: number, giver: Giver): Promise<OpenSheet> => {
  const cycle = await loadCycle(tx, cycleId);
  const vaccine = cycle && (await loadVaccine(tx, cycle.vaccineId));
  if (!cycle || !vaccine) throw notFound();
  const revisions = await loadSheets(tx, cycleId, giver);
  const linesOf = await loadLines(
    tx,
    revisions.map(({ id }) => id),
  );
  const sheet = revisions[0] ?? null;
  const fixed = revisions.find(({ state }) => state === 'fixed') ?? null;
  const all = [...linesOf.values()].flat();
  return {
    cycle,
    vaccine,
    giver,
    shape: sheetShapes[giver.level],
    sheet,
    fixed,
    revisions,
    lines: sheet ? (linesOf.get(sheet.id) ?? []) : [],
    linesOf,
    receivers: await loadReceivers(tx, cycleId, giver, vaccine.vialsPerUnit, all),
  };
};
