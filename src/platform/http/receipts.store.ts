import type { Tx } from '../db/index.ts';

declare module '../db/tables.ts' {
  interface Tables {
    form_receipts: { user_id: number; request_id: string; body_digest: Buffer; location: string; created_at: Date };
  }
}

/**
 * Claims a form's request id for this transaction. Answers where the first submit of the same form and body went, or
 * null when this is the first. A second submit waits here until the first one has ended.
 */
export const claimReceipt = async (
  tx: Tx,
  userId: number,
  requestId: string,
  digest: Buffer,
  now: Date,
): Promise<string | null> => {
  const claimed = await tx
    .insertInto('form_receipts')
    .values({ user_id: userId, request_id: requestId, body_digest: digest, location: '', created_at: now })
    .onConflict((conflict) => conflict.columns(['user_id', 'request_id']).doNothing())
    .executeTakeFirst();
  if (Number(claimed.numInsertedOrUpdatedRows ?? 0) > 0) return null;
  const former = await tx
    .selectFrom('form_receipts')
    .select(['body_digest', 'location'])
    .where('user_id', '=', userId)
    .where('request_id', '=', requestId)
    .executeTakeFirst();
  return former && Buffer.from(former.body_digest).equals(digest) ? former.location : null;
};

export const keepReceipt = async (
  tx: Tx,
  userId: number,
  requestId: string,
  digest: Buffer,
  location: string,
): Promise<void> => {
  await tx
    .updateTable('form_receipts')
    .set({ body_digest: digest, location })
    .where('user_id', '=', userId)
    .where('request_id', '=', requestId)
    .execute();
};
