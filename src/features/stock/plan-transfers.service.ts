import { dayOf } from '../../kernel/calendar.ts';
import { type FieldErrors, invalid } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Vaccine } from '../vaccines/index.ts';
import { loadLots, type VenueStock } from './balances.store.ts';
import { loadLotHistory } from './known-lots.store.ts';
import { type ColdChain, noColdChain, type Place } from './save-transfers.store.ts';
import { type Change, doubtsOf } from './transfer-doubts.ts';
import {
  type CheckedTransfer,
  type FoundTransfer,
  faultsOfTransfers,
  idOfRow,
  isBlank,
  type TypedTransfer,
} from './transfer-input.ts';
import { loadPartners, type Partner, type Transfer } from './transfers.store.ts';
import type { TransferCore, TransferSide } from './transfers.ts';

export type Planned = { readonly to: TransferCore & { readonly partner: Partner | null }; readonly cold: ColdChain };
/** What a registration does to the entries of one side, checked and not yet done. */
export type TransferPlan = {
  readonly place: Place;
  readonly vaccineId: number;
  readonly side: TransferSide;
  readonly added: readonly Planned[];
  readonly changed: readonly (Planned & { readonly from: Transfer })[];
  readonly removed: readonly Transfer[];
  /** Sentences to be answered with 「OK」 first; none: nothing to ask. */
  readonly doubts: readonly string[];
};

type Asked = {
  readonly place: Place;
  readonly vaccine: Pick<Vaccine, 'id' | 'usableFrom'>;
  readonly side: TransferSide;
  /** Entries as they are, removed ones too. */
  readonly entries: readonly Transfer[];
  readonly rows: readonly TypedTransfer[];
  /** Entries that stood in the form: those of them that did not come back are removed. */
  readonly shown: readonly number[];
  readonly stock: VenueStock | null;
  /** Prefix of the rows in the form: faults are `prefix.key.column`. */
  readonly table: string;
  /** What travels with the vials, where the form asks for it. */
  readonly cold?: ColdChain;
};

/** Checks typed transfers (M5.1b-4, M5.1s-4, S12). Throws what is wrong, each at its place. */
export const planTransfers = async (ctx: Ctx, asked: Asked): Promise<TransferPlan> => {
  const { place, vaccine, side, table } = asked;
  const standing = asked.entries.filter(({ removed }) => !removed);
  const typed = asked.rows.filter((row) => idOfRow(row.key) !== null || !isBlank(row));
  const found = await findPartners(ctx, vaccine.id, typed, standing);
  const around = { venueId: place.venueId, side, today: dayOf(ctx.now), usableFrom: vaccine.usableFrom };
  const faults = faultsOfTransfers(
    found.map(({ row }) => row),
    around,
  );
  if (Object.keys(faults).length > 0) throw invalid(prefixed(faults, table));

  const planned = found.map(({ row, partner }) => planOf(row as CheckedTransfer, partner, side));
  const entryOf = (key: string): Transfer | undefined => standing.find(({ id }) => id === idOfRow(key));
  const cold = asked.cold ?? noColdChain;
  const added = planned.filter(({ key }) => idOfRow(key) === null).map(({ to }) => ({ to, cold }));
  const changed = planned.flatMap(({ key, to }) => {
    const from = entryOf(key);
    return from && (differs(from, to) || asked.cold) ? [{ from, to, cold: asked.cold ?? coldOf(from) }] : [];
  });
  const kept = new Set(asked.rows.map(({ key }) => idOfRow(key)));
  const removed = standing.filter(({ id }) => asked.shown.includes(id) && !kept.has(id));
  const plan = { place, vaccineId: vaccine.id, side, added, changed, removed };
  return { ...plan, doubts: await doubtsAbout(ctx, plan, asked.stock, standing) };
};

const prefixed = (faults: FieldErrors, table: string): FieldErrors =>
  Object.fromEntries(Object.entries(faults).map(([name, fault]) => [`${table}.${name}`, fault]));

type Found = { readonly row: FoundTransfer; readonly partner: Partner | null };

/** The other sides that were chosen, or typed by whole name or code; those that stand already are not looked up again. */
const findPartners = async (
  { tx }: Ctx,
  vaccineId: number,
  rows: readonly TypedTransfer[],
  standing: readonly Transfer[],
): Promise<Found[]> => {
  const isStanding = ({ key, partnerId }: TypedTransfer): boolean =>
    partnerId !== null && standing.find(({ id }) => id === idOfRow(key))?.partnerId === partnerId;
  const ids = rows.flatMap((row) => (row.partnerId !== null ? [row.partnerId] : []));
  const texts = rows.flatMap((row) => (row.partnerId === null && row.partnerText !== '' ? [row.partnerText] : []));
  const partners = await loadPartners(tx, vaccineId, { ids, texts });
  return rows.map((row) => {
    const { partnerId, partnerText } = row;
    const hits =
      partnerId !== null
        ? partners.filter(({ id }) => id === partnerId)
        : partners.filter(({ code, name }) => partnerText !== '' && [code, name].includes(partnerText));
    const partner = hits.length === 1 ? (hits[0] ?? null) : null;
    // Who stopped handling the vaccine meanwhile does not make an old entry wrong.
    const shown = partner && { ...partner, handles: partner.handles || isStanding(row) };
    return { row: { ...row, partner: shown, ambiguous: hits.length > 1 }, partner };
  });
};

const planOf = ({ key, day, lot, vials }: CheckedTransfer, partner: Partner | null, side: TransferSide) => ({
  key,
  to: { side, partner, partnerId: partner?.id ?? null, day, lot, vials },
});

const coldOf = ({ leftFreezerAt, band, useBy }: Transfer): ColdChain => ({ leftFreezerAt, band, useBy });

const differs = (a: TransferCore, b: TransferCore): boolean =>
  a.partnerId !== b.partnerId || a.day !== b.day || a.lot !== b.lot || a.vials !== b.vials;

const doubtsAbout = async (
  { tx }: Ctx,
  { place, vaccineId, added, changed, removed }: Omit<TransferPlan, 'doubts'>,
  stock: VenueStock | null,
  standing: readonly Transfer[],
): Promise<string[]> => {
  const changes: Change[] = [
    ...added.map(({ to }) => ({ from: null, to })),
    ...changed.filter(({ from, to }) => differs(from, to)).map(({ from, to }) => ({ from, to })),
    ...removed.map((from) => ({ from, to: null })),
  ];
  if (changes.length === 0) return [];
  const lots = await loadLots(tx, place.venueId, vaccineId);
  const history = await loadLotHistory(
    tx,
    place.venueId,
    vaccineId,
    changes.flatMap(({ to }) => (to ? [to.lot] : [])),
  );
  const touched = new Set<number>([...changed.map(({ from }) => from.id), ...removed.map(({ id }) => id)]);
  return doubtsOf(changes, {
    stock: stock?.stock ?? null,
    lots: lots.map((lot) => ({ ...lot, firstInflow: history.get(lot.lot ?? '')?.firstInflow ?? null })),
    knownLots: new Set([...history].filter(([, { known }]) => known).map(([lot]) => lot)),
    stoppedLots: new Set([...history].filter(([, { stopped }]) => stopped).map(([lot]) => lot)),
    others: standing.filter(({ id }) => !touched.has(id)),
  });
};
