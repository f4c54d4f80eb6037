import { type Generated, type SqlBool, sql } from 'kysely';
import type { Column } from '../../kernel/policy.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Change } from './announcement-words.ts';
import type { Announcement, AnnouncementState, AnnouncementText, Audience, Importance } from './announcements.ts';

declare module '../../platform/db/tables.ts' {
  interface Tables {
    announcements: {
      id: Generated<number>;
      org_id: number;
      title: string;
      body: string;
      importance: Importance;
      roles: readonly Column[];
      area: string;
      shown_from: Date;
      shown_to: Date | null;
      state: AnnouncementState;
      published_at: Date | null;
      mailed_at: Generated<Date | null>;
      mailed_up_to: Generated<number>;
      version: Generated<number>;
    };
    announcement_reads: { announcement_id: number; user_id: number; version: number; read_at: Date };
    announcement_history: {
      id: Generated<number>;
      announcement_id: number;
      at: Date;
      user_id: number;
      what: HistoryLine['what'];
      changes: string;
    };
  }
}

const columnsOf = ({ title, body, importance, roles, area, shownFrom, shownTo }: AnnouncementText) => ({
  title,
  body,
  importance,
  roles,
  area,
  shown_from: shownFrom,
  shown_to: shownTo,
});

export const insertAnnouncement = async (tx: Tx, orgId: number, text: AnnouncementText): Promise<number> => {
  const row = await tx
    .insertInto('announcements')
    .values({ org_id: orgId, ...columnsOf(text), state: 'draft', published_at: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
};

/** False when somebody saved meanwhile. */
export const updateAnnouncement = async (
  tx: Tx,
  id: number,
  version: number,
  change: AnnouncementText | { readonly state: AnnouncementState; readonly published_at?: Date },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('announcements')
    .set({ ...('state' in change ? change : columnsOf(change)), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

const select = (tx: Tx) =>
  tx
    .selectFrom('announcements as a')
    .innerJoin('organisations as o', 'o.id', 'a.org_id')
    .select([
      'a.id',
      'a.org_id as orgId',
      'o.name as orgName',
      'a.title',
      'a.body',
      'a.importance',
      'a.roles',
      'a.area',
    ])
    .select([
      'a.shown_from as shownFrom',
      'a.shown_to as shownTo',
      'a.state',
      'a.published_at as publishedAt',
      'a.mailed_at as mailedAt',
      'a.version',
    ]);

export const loadAnnouncement = async (tx: Tx, id: number): Promise<Announcement | null> =>
  (await select(tx).where('a.id', '=', id).executeTakeFirst()) ?? null;

/** What an organisation wrote, the last first. */
export const loadAnnouncementsOf = (tx: Tx, orgId: number, limit: number, beforeId?: number): Promise<Announcement[]> =>
  select(tx)
    .where('a.org_id', '=', orgId)
    .$if(beforeId !== undefined, (query) => query.where('a.id', '<', beforeId ?? 0))
    .orderBy('a.id', 'desc')
    .limit(limit)
    .execute();

const audienceOf = ({ roles, area }: Audience) => sql<SqlBool>`o.active
  and (${area} = '' or o.prefecture_code = ${area} or o.municipality_code = ${area})
  and (o.kind = any(${roles}) or (o.kind = 'venue' and (
    exists (select from venue_vaccines v where v.venue_id = o.id and v.role = any(${roles}))
    or (${roles.includes('satellite')} and not exists (select from venue_vaccines v where v.venue_id = o.id)))))`;

/** How many organisations in use an audience has. */
export const countAudience = async (tx: Tx, audience: Audience): Promise<number> => {
  const { count } = await tx
    .selectFrom('organisations as o')
    .select(sql<number>`count(*)::int`.as('count'))
    .where(audienceOf(audience))
    .executeTakeFirstOrThrow();
  return count;
};

/** An important one whose audience sees it now and has not all been mailed; with the organisation up to which it has. */
export const loadUnmailed = async (tx: Tx, now: Date): Promise<(Announcement & { mailedUpTo: number }) | null> =>
  (await select(tx)
    .select('a.mailed_up_to as mailedUpTo')
    .where('a.importance', '=', 'important')
    .where('a.state', '=', 'published')
    .where('a.mailed_at', 'is', null)
    .where('a.shown_from', '<=', now)
    .where(sql<SqlBool>`(a.shown_to is null or a.shown_to > ${now})`)
    .orderBy('a.shown_from')
    .orderBy('a.id')
    .limit(1)
    .executeTakeFirst()) ?? null;

/** The next organisations of an audience, by their number. */
export const nextOfAudience = async (tx: Tx, audience: Audience, after: number, limit: number): Promise<number[]> => {
  const rows = await tx
    .selectFrom('organisations as o')
    .select('o.id')
    .where(audienceOf(audience))
    .where('o.id', '>', after)
    .orderBy('o.id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
};

/** `mailedAt` when the whole audience has been mailed. */
export const saveMailed = async (tx: Tx, id: number, upTo: number, mailedAt: Date | null): Promise<void> => {
  await tx.updateTable('announcements').set({ mailed_up_to: upTo, mailed_at: mailedAt }).where('id', '=', id).execute();
};

export type HistoryLine = {
  readonly at: Date;
  readonly who: string;
  readonly what: 'create' | 'change' | 'publish' | 'withdraw';
  readonly changes: readonly Change[];
};

export const insertHistory = async (
  tx: Tx,
  announcementId: number,
  { at, userId, what, changes }: Omit<HistoryLine, 'who'> & { readonly userId: number },
): Promise<void> => {
  await tx
    .insertInto('announcement_history')
    .values({ announcement_id: announcementId, at, user_id: userId, what, changes: JSON.stringify(changes) })
    .execute();
};

/** Who did what with it, the last first. */
export const loadHistory = async (tx: Tx, announcementId: number): Promise<HistoryLine[]> => {
  const rows = await tx
    .selectFrom('announcement_history as h')
    .innerJoin('users as u', 'u.id', 'h.user_id')
    .select(['h.at', 'h.what', 'h.changes', 'u.family_name', 'u.given_name'])
    .where('h.announcement_id', '=', announcementId)
    .orderBy('h.id', 'desc')
    .execute();
  return rows.map(({ family_name, given_name, changes, ...line }) => ({
    ...line,
    changes: changes as unknown as readonly Change[],
    who: `${family_name}　${given_name}`,
  }));
};

/** How many users have read it as it stands now. */
export const countReaders = async (tx: Tx, { id, version }: Pick<Announcement, 'id' | 'version'>): Promise<number> => {
  const { count } = await tx
    .selectFrom('announcement_reads')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('announcement_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  return Number(count);
};

export const markAnnouncementRead = async (
  tx: Tx,
  { id, version }: Pick<Announcement, 'id' | 'version'>,
  userId: number,
  at: Date,
): Promise<void> => {
  await tx
    .insertInto('announcement_reads')
    .values({ announcement_id: id, user_id: userId, version, read_at: at })
    .onConflict((conflict) => conflict.columns(['announcement_id', 'user_id']).doUpdateSet({ version, read_at: at }))
    .execute();
};
