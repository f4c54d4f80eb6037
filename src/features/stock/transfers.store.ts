import './transfers.tables.ts';
import '../venues/index.ts';
import { sql } from 'kysely';
import type { Day } from '../../kernel/calendar.ts';
import { prepared, type Tx } from '../../platform/db/index.ts';
import type { TransferCore, TransferSide } from './transfers.ts';

/** How vials are kept on the way: frozen (ultra-low, low) or chilled. */
export type Band = '-75' | '-20' | '2-8';

/** An entry of one side of a transfer. */
export type Transfer = TransferCore & {
  readonly id: number;
  readonly venueId: number;
  readonly venueName: string;
  readonly venueCode: string;
  readonly prefectureCode: string;
  readonly municipalityCode: string;
  readonly vaccineId: number;
  readonly partnerName: string | null;
  readonly partnerCode: string | null;
  readonly leftFreezerAt: Date | null;
  readonly band: Band | null;
  readonly useBy: Date | null;
  readonly version: number;
  readonly enteredAt: Date;
  readonly enteredBy: string;
  readonly removed: boolean;
  /** The other side's entry; null: it is missing. Its id, vials and day, as it says them. */
  readonly otherId: number | null;
  readonly otherVials: number | null;
  readonly otherDay: Day | null;
  /** Who the other side turned out to be where nobody was named. */
  readonly otherName: string | null;
  readonly known: boolean;
  /** 使用見合わせ (S27) */
  readonly stopped: boolean;
};

const select = (tx: Tx) =>
  tx
    .selectFrom('transfers as t')
    .innerJoin('venue_directory as v', 'v.venue_id', 't.venue_id')
    .innerJoin('users as u', 'u.id', 't.entered_by')
    .leftJoin('venue_directory as p', 'p.venue_id', 't.partner_id')
    // An entry stands on one side only, so both of its ids may be tried; each has an index.
    .leftJoin('transfer_pairs as g', (join) =>
      join.on(({ or, eb, ref }) => or([eb('g.giving_id', '=', ref('t.id')), eb('g.receiving_id', '=', ref('t.id'))])),
    )
    .leftJoin('venue_directory as o', (join) =>
      join.on(({ eb, ref }) =>
        eb(sql`case t.side when 'out' then g.receiver_id else g.giver_id end`, '=', ref('o.venue_id')),
      ),
    )
    .leftJoin('vaccine_lots as l', (join) =>
      join.onRef('l.vaccine_id', '=', 't.vaccine_id').onRef('l.lot', '=', 't.lot'),
    )
    .select([
      't.id',
      't.side',
      't.day',
      't.lot',
      't.vials',
      't.band',
      't.version',
      't.venue_id as venueId',
      'v.name as venueName',
      'v.code as venueCode',
      't.prefecture_code as prefectureCode',
      't.municipality_code as municipalityCode',
      't.vaccine_id as vaccineId',
      't.partner_id as partnerId',
      'p.name as partnerName',
      'p.code as partnerCode',
      't.left_freezer_at as leftFreezerAt',
      't.use_by as useBy',
      't.entered_at as enteredAt',
      'o.name as otherName',
    ])
    .select([
      sql<string>`u.family_name || '　' || u.given_name`.as('enteredBy'),
      sql<boolean>`t.removed_at is not null`.as('removed'),
      sql<number | null>`case t.side when 'out' then g.receiving_id else g.giving_id end`.as('otherId'),
      sql<number | null>`case t.side when 'out' then g.receiving_vials else g.giving_vials end`.as('otherVials'),
      sql<Day | null>`case t.side when 'out' then g.receiving_day else g.giving_day end`.as('otherDay'),
      sql<boolean>`l.lot is not null`.as('known'),
      sql<boolean>`l.stopped_at is not null`.as('stopped'),
    ]);

type Side = Pick<Transfer, 'venueId' | 'vaccineId' | 'side'>;

const bySide = prepared((db, { venueId, vaccineId, side }: Side) =>
  select(db)
    .where('t.venue_id', '=', venueId)
    .where('t.vaccine_id', '=', vaccineId)
    .where('t.side', '=', side)
    .orderBy('t.day')
    .orderBy('t.id'),
);

/** Own entries of one side of a vaccine, removed ones too (their versions count), oldest first. */
export const loadTransfers = async (
  tx: Tx,
  venueId: number,
  vaccineId: number,
  side: TransferSide,
): Promise<Transfer[]> => (await bySide(tx, { venueId, vaccineId, side })).rows;

/** One entry that the actor may see; whose it is decides what may be done with it. */
export const loadTransfer = async (tx: Tx, id: number): Promise<Transfer | null> =>
  (await select(tx).where('t.id', '=', id).where('t.removed_at', 'is', null).executeTakeFirst()) ?? null;

export type TransferFilter = {
  /** Entries of this venue; with `naming` those of others that name it. */
  readonly venueId?: number;
  readonly naming?: number;
  readonly prefectureCode?: string | null;
  readonly municipalityCode?: string | null;
  readonly vaccineId?: number;
  readonly lot?: string;
  /** Only those that the other side does not confirm. */
  readonly unmatched?: boolean;
  readonly beforeId?: number;
  readonly limit: number;
};

const otherVials = sql<number | null>`case t.side when 'out' then g.receiving_vials else g.giving_vials end`;

/** Entries newest first. */
export const listTransfers = async (tx: Tx, filter: TransferFilter): Promise<Transfer[]> => {
  const { venueId, naming, prefectureCode, municipalityCode, vaccineId, lot, beforeId, limit } = filter;
  return select(tx)
    .where('t.removed_at', 'is', null)
    .$if(venueId !== undefined, (query) => query.where('t.venue_id', '=', venueId as number))
    .$if(naming !== undefined, (query) => query.where('t.partner_id', '=', naming as number))
    .$if(!!municipalityCode, (query) => query.where('t.municipality_code', '=', municipalityCode as string))
    .$if(!municipalityCode && !!prefectureCode, (query) =>
      query.where('t.prefecture_code', '=', prefectureCode as string),
    )
    .$if(vaccineId !== undefined, (query) => query.where('t.vaccine_id', '=', vaccineId as number))
    .$if(lot !== undefined, (query) => query.where('t.lot', '=', lot as string))
    .$if(filter.unmatched === true, (query) => query.where(sql<boolean>`${otherVials} is distinct from t.vials`))
    .$if(beforeId !== undefined, (query) => query.where('t.id', '<', beforeId as number))
    .orderBy('t.id', 'desc')
    .limit(limit)
    .execute();
};

/** A venue that was chosen as the other side. */
export type Partner = {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly prefectureCode: string;
  readonly municipalityCode: string;
  /** Does it handle the vaccine? */
  readonly handles: boolean;
};

/** Approved venues by id, or by their whole name or code as it was typed. */
export const loadPartners = async (
  tx: Tx,
  vaccineId: number,
  { ids, texts }: { readonly ids: readonly number[]; readonly texts: readonly string[] },
): Promise<Partner[]> => {
  if (ids.length + texts.length === 0) return [];
  return tx
    .selectFrom('venue_directory as d')
    .leftJoin('venue_vaccines as h', (join) =>
      join.onRef('h.venue_id', '=', 'd.venue_id').on('h.vaccine_id', '=', vaccineId),
    )
    .select(['d.venue_id as id', 'd.code', 'd.name'])
    .select(['d.prefecture_code as prefectureCode', 'd.municipality_code as municipalityCode'])
    .select(sql<boolean>`h.venue_id is not null`.as('handles'))
    .where('d.approved', '=', true)
    .where(({ or, eb }) =>
      or([
        ...(ids.length > 0 ? [eb('d.venue_id', 'in', ids)] : []),
        ...(texts.length > 0 ? [eb('d.code', 'in', texts), eb('d.name', 'in', texts)] : []),
      ]),
    )
    .execute();
};
