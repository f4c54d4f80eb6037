/** What every installation starts with, the demo too: areas, their offices, vaccines, articles. Safe to repeat at every start. */
import { seedAreas } from './areas.ts';
import { seedArticles } from './articles.ts';
import type { Run } from './run.ts';
import { seedVaccines } from './vaccines.ts';

export { readDataFile } from './data-file.ts';
export { insertRows, type Run, runInSession, runInTx, type SeedRow } from './run.ts';

/** Adds the master data that are missing and refreshes names and populations. Needs the role `all`. */
export const seedMasterData = async (run: Run, now: Date): Promise<void> => {
  await seedAreas(run, now);
  await seedVaccines(run, now);
  await seedArticles(run, now);
};
