import { prepared, type Tx } from '../db/index.ts';

declare module '../db/tables.ts' {
  interface Tables {
    form_receipts: { user_id: number; request_id: string; body_digest: Buffer; location: string; created_at: Date };
  }
}

type Receipt = { readonly userId: number; readonly requestId: string; readonly digest: Buffer };

const claim = prepared((db, { userId, requestId, digest, now }: Receipt & { readonly now: Date }) =>
  db
    .insertInto('form_receipts')
    .values({ user_id: userId, request_id: requestId, body_digest: digest, location: '', created_at: now })
    .onConflict((conflict) => conflict.columns(['user_id', 'request_id']).doNothing()),
);

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
  const claimed = await claim(tx, { userId, requestId, digest, now });
  if (Number(claimed.numAffectedRows ?? 0) > 0) return null;
  const former = await tx
    .selectFrom('form_receipts')
    .select(['body_digest', 'location'])
    .where('user_id', '=', userId)
    .where('request_id', '=', requestId)
    .executeTakeFirst();
  return former && Buffer.from(former.body_digest).equals(digest) ? former.location : null;
};

const keep = prepared((db, { userId, requestId, digest, location }: Receipt & { readonly location: string }) =>
  db
    .updateTable('form_receipts')
    .set({ body_digest: digest, location })
    .where('user_id', '=', userId)
    .where('request_id', '=', requestId),
);

export const keepReceipt = async (
  tx: Tx,
  userId: number,
  requestId: string,
  digest: Buffer,
  location: string,
): Promise<void> => {
  await keep(tx, { userId, requestId, digest, location });
};
