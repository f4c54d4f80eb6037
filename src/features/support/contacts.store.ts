import type { Tx } from '../../platform/db/index.ts';

/** How an office is reached: its own organisation tells it. */
export type OfficeContact = { readonly phone: string; readonly email: string };

export const loadOfficeContact = async (tx: Tx, kind: 'desk' | 'ministry'): Promise<OfficeContact | null> =>
  (await tx
    .selectFrom('organisations')
    .select(['phone', 'email'])
    .where('kind', '=', kind)
    .where('active', '=', true)
    .orderBy('id')
    .executeTakeFirst()) ?? null;
