import { notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';
import { loadVaccines } from '../vaccines/index.ts';
import { type Handled, loadHandled } from '../venues/index.ts';
import { listTransfers, loadTransfer, type Transfer } from './transfers.store.ts';

const pageSize = 50;

export type OwnTransfers = {
  readonly own: readonly Transfer[];
  readonly more: boolean;
  /** Entries of others that name us and that no entry of ours confirms. */
  readonly claimed: readonly Transfer[];
  readonly vaccineNames: ReadonlyMap<number, string>;
  readonly saved: boolean;
};

const namesOf = async (tx: Tx): Promise<ReadonlyMap<number, string>> =>
  new Map((await loadVaccines(tx)).map(({ id, shortName }) => [id, shortName]));

/** 「移送」 of a venue. */
export const loadOwnTransfers = async (
  { tx, actor }: Ctx,
  { before, saved }: { readonly before?: number; readonly saved?: string },
): Promise<OwnTransfers> => {
  const own = await listTransfers(tx, { venueId: actor.org.id, beforeId: before, limit: pageSize + 1 });
  const claimed = await listTransfers(tx, { naming: actor.org.id, unmatched: true, limit: pageSize });
  return {
    own: own.slice(0, pageSize),
    more: own.length > pageSize,
    claimed: claimed.filter(({ otherId }) => otherId === null),
    vaccineNames: await namesOf(tx),
    saved: saved !== undefined,
  };
};

export type AreaTransfers = Pick<OwnTransfers, 'more' | 'vaccineNames'> & { readonly transfers: readonly Transfer[] };

/** Entries of the office's area that the other side does not confirm. */
export const loadAreaTransfers = async ({ tx, actor }: Ctx, before?: number): Promise<AreaTransfers> => {
  const { prefectureCode, municipalityCode } = actor.org;
  const filter = { prefectureCode, municipalityCode, unmatched: true, beforeId: before, limit: pageSize + 1 };
  const rows = await listTransfers(tx, filter);
  return { transfers: rows.slice(0, pageSize), more: rows.length > pageSize, vaccineNames: await namesOf(tx) };
};

export type TransferFormData = {
  /** The entry to correct; null: a new one. */
  readonly entry: Transfer | null;
  /** An entry of the other side, from which a new one is filled in. */
  readonly from: Transfer | null;
  readonly handled: readonly Handled[];
  readonly vaccineNames: ReadonlyMap<number, string>;
};

/** A new entry, blank or filled in from what the other side says. */
export const loadNewTransfer = async ({ tx, actor }: Ctx, fromId?: number): Promise<TransferFormData> => {
  const from = fromId === undefined ? null : await loadTransfer(tx, fromId);
  if (fromId !== undefined && from?.partnerId !== actor.org.id) throw notFound();
  return { entry: null, from, handled: await loadHandled(tx, actor.org.id), vaccineNames: await namesOf(tx) };
};

/** One entry: an own one to correct, or one of the other side to read. */
export const loadTransferPage = async ({ tx, actor }: Ctx, id: number): Promise<TransferFormData> => {
  const entry = await loadTransfer(tx, id);
  if (!entry || (entry.venueId !== actor.org.id && entry.partnerId !== actor.org.id)) throw notFound();
  return { entry, from: null, handled: await loadHandled(tx, actor.org.id), vaccineNames: await namesOf(tx) };
};
