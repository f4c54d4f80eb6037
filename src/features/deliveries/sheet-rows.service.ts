import { z } from 'zod';
import { notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Crumb } from '../../platform/http/index.ts';
import type { PermissionName } from '../../policy.ts';
import type { Item } from '../allocations/index.ts';
import { cycleTitle } from '../cycles/index.ts';
import type { Distribution } from './distribution.ts';
import { loadAllDistributions, loadDistributionCycles } from './distribution-pages.store.ts';
import { withLots } from './distributions.store.ts';
import { scopeOf } from './scope.ts';

/** The クール that a file is of. */
export const cycleParams = z.object({ cycle: z.coerce.number().int().positive().max(999_999_999) });
export type CyclePlace = z.infer<typeof cycleParams>;

/** The rows of a クール that the actor fills, and the クール's name; one without such rows does not exist. */
export const loadSheetRows = async (
  { tx, actor }: Ctx,
  permission: PermissionName,
  cycleId: number,
  items?: readonly Item[],
): Promise<{ readonly title: string; readonly rows: readonly Distribution[] }> => {
  const scope = scopeOf(actor, permission);
  const cycle = (await loadDistributionCycles(tx, scope, items)).find(({ id }) => id === cycleId);
  if (!cycle) throw notFound();
  return {
    title: cycleTitle(cycle),
    rows: await withLots(tx, await loadAllDistributions(tx, scope, { cycleId, ...(items && { items }) })),
  };
};

/** The way back to the list of the クール. */
export const sheetCrumbs = (label: string, href: string, { cycle }: CyclePlace): readonly Crumb[] => [
  { label: 'ホーム', href: '/' },
  { label, href: `${href}?cycle=${cycle}` },
];
