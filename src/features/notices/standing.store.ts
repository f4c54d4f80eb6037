import type { Generated } from 'kysely';
import { prepared, type Tx } from '../../platform/db/index.ts';
import type { MaintenanceNotice, ReadOnly, StandingData } from './standing.ts';

declare module '../../platform/db/tables.ts' {
  interface Tables {
    read_only_switches: {
      id: Generated<number>;
      switched_on: boolean;
      message: string;
      expected_until: Date | null;
      at: Date;
      user_id: number;
    };
    maintenance_notices: {
      id: Generated<number>;
      text: string;
      shown_from: Date;
      shown_to: Date;
      created_at: Date;
      user_id: number;
      withdrawn_at: Date | null;
    };
  }
}

const lastSwitch = prepared((db) =>
  db
    .selectFrom('read_only_switches')
    .select(['switched_on', 'message', 'at', 'expected_until'])
    .orderBy('id', 'desc')
    .limit(1),
);

/** The mode as it stands; null = everything goes on. */
export const loadReadOnly = async (tx: Tx): Promise<ReadOnly | null> => {
  const {
    rows: [row],
  } = await lastSwitch(tx, {});
  return row?.switched_on ? { message: row.message, since: row.at, until: row.expected_until } : null;
};

export const isReadOnly = async (tx: Tx): Promise<boolean> => (await loadReadOnly(tx)) !== null;

/** Notices that are not over, the next ones too. */
const loadComingNotices = (tx: Tx, now: Date): Promise<MaintenanceNotice[]> =>
  tx
    .selectFrom('maintenance_notices')
    .select(['id', 'text', 'shown_from as shownFrom', 'shown_to as shownTo'])
    .where('withdrawn_at', 'is', null)
    .where('shown_to', '>', now)
    .orderBy('shown_from')
    .orderBy('id')
    .execute();

export const loadStanding = async (tx: Tx, now: Date): Promise<StandingData> => ({
  readOnly: await loadReadOnly(tx),
  notices: await loadComingNotices(tx, now),
});

export type SwitchLine = {
  readonly id: number;
  readonly on: boolean;
  readonly message: string;
  readonly until: Date | null;
  readonly at: Date;
  readonly who: string;
};

/** Who switched when, the last first. */
export const loadSwitches = async (tx: Tx, limit: number): Promise<SwitchLine[]> => {
  const rows = await tx
    .selectFrom('read_only_switches as s')
    .innerJoin('users as u', 'u.id', 's.user_id')
    .select(['s.id', 's.switched_on as on', 's.message', 's.expected_until as until', 's.at'])
    .select(['u.family_name', 'u.given_name'])
    .orderBy('s.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ family_name, given_name, ...line }) => ({ ...line, who: `${family_name}　${given_name}` }));
};

export type NewSwitch = {
  readonly on: boolean;
  readonly message: string;
  readonly until: Date | null;
  readonly at: Date;
  readonly userId: number;
};

export const insertSwitch = async (tx: Tx, { on, message, until, at, userId }: NewSwitch): Promise<void> => {
  await tx
    .insertInto('read_only_switches')
    .values({ switched_on: on, message, expected_until: until, at, user_id: userId })
    .execute();
};

export const insertMaintenanceNotice = async (
  tx: Tx,
  { text, shownFrom, shownTo }: Omit<MaintenanceNotice, 'id'>,
  { at, userId }: { readonly at: Date; readonly userId: number },
): Promise<number> => {
  const row = await tx
    .insertInto('maintenance_notices')
    .values({ text, shown_from: shownFrom, shown_to: shownTo, created_at: at, user_id: userId, withdrawn_at: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
};

/** False when it is over, withdrawn already, or not there. */
export const withdrawMaintenanceNotice = async (tx: Tx, id: number, at: Date): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('maintenance_notices')
    .set({ withdrawn_at: at })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .where('shown_to', '>', at)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};
