import { differingTotals } from '../../../src/features/totals/index.ts';
import type { Db } from '../../../src/platform/db/index.ts';

/** Where the kept totals are not what the entries come to; none is allowed. */
export const differences = (db: Db) => db.transaction({ role: 'all', readOnly: true }, differingTotals);
