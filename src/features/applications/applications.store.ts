import { sql } from 'kysely';
import './applications.tables.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { ApplicationState } from './applications.states.ts';
import type { Application, FieldChange, Revision } from './applications.ts';

const select = (tx: Tx) =>
  tx
    .selectFrom('applications as a')
    .innerJoin('organisations as o', 'o.id', 'a.org_id')
    .innerJoin('application_revisions as r', (join) =>
      join.onRef('r.application_id', '=', 'a.id').onRef('r.revision', '=', 'a.revision'),
    )
    .leftJoin('users as u', 'u.id', 'r.user_id')
    .leftJoin('organisations as uo', 'uo.id', 'r.org_id')
    .leftJoin('application_decisions as d', 'd.application_id', 'a.id')
    .leftJoin('users as du', 'du.id', 'd.user_id')
    .leftJoin('organisations as do', 'do.id', 'd.org_id')
    .select(['a.id', 'a.subject', 'a.org_id as orgId', 'o.name as orgName', 'a.state', 'a.revision', 'a.version'])
    .select(['a.prefecture_code as prefectureCode', 'a.municipality_code as municipalityCode'])
    .select(['a.opened_at as openedAt', 'a.changed_at as changedAt', 'r.changes', 'r.org_id as typistId'])
    .select(['uo.name as typistOrg', 'd.at as decidedAt', 'd.reason', 'do.name as decidedBy'])
    .select(sql<string | null>`u.family_name || ' ' || u.given_name`.as('typistName'))
    .select(sql<string | null>`du.family_name || ' ' || du.given_name`.as('deciderName'));

type Selected = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

const toApplication = (row: Selected): Application => {
  const { typistId, typistOrg, typistName, decidedAt, decidedBy, deciderName, reason, ...rest } = row;
  return {
    ...rest,
    typist: { orgId: typistId, orgName: typistOrg ?? '', userName: typistName ?? '' },
    decision: decidedAt
      ? { at: decidedAt, orgName: decidedBy ?? '', userName: deciderName ?? '', reason: reason ?? '' }
      : null,
  };
};

/** One 申請; null when there is none that may be seen. Who may do what with it is decided by the caller. */
export const loadApplication = async (tx: Tx, id: number): Promise<Application | null> => {
  const row = await select(tx).where('a.id', '=', id).executeTakeFirst();
  return row ? toApplication(row) : null;
};

/** The 申請 of a record that waits; null when none does. */
export const loadOpenApplication = async (tx: Tx, subject: string): Promise<Application | null> => {
  const row = await select(tx).where('a.subject', '=', subject).where('a.state', '=', 'open').executeTakeFirst();
  return row ? toApplication(row) : null;
};

/** What waits of these organisations, by the record it is asked for. */
export const loadOpenChanges = async (
  tx: Tx,
  orgIds: readonly number[],
): Promise<ReadonlyMap<string, readonly FieldChange[]>> => {
  if (orgIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('applications as a')
    .innerJoin('application_revisions as r', (join) =>
      join.onRef('r.application_id', '=', 'a.id').onRef('r.revision', '=', 'a.revision'),
    )
    .select(['a.subject', 'r.changes'])
    .where('a.org_id', 'in', [...orgIds])
    .where('a.state', '=', 'open')
    .execute();
  return new Map(rows.map(({ subject, changes }) => [subject, changes]));
};

/** All 申請 of a record, the newest first. */
export const loadApplicationsOf = async (tx: Tx, subject: string, limit = 20): Promise<Application[]> =>
  (await select(tx).where('a.subject', '=', subject).orderBy('a.id', 'desc').limit(limit).execute()).map(toApplication);

export type ApplicationFilter = {
  readonly municipalityCode: string;
  readonly states: readonly ApplicationState[];
  /** Where the page before ended. */
  readonly after?: number;
};

/** The 申請 of a municipality: those that wait oldest first, the others newest first. */
export const loadApplications = async (
  tx: Tx,
  { municipalityCode, states, after }: ApplicationFilter,
  limit: number,
): Promise<Application[]> => {
  const up = states.includes('open');
  const rows = await select(tx)
    .where('a.municipality_code', '=', municipalityCode)
    .where('a.state', 'in', states)
    .$if(after !== undefined, (query) => query.where('a.id', up ? '>' : '<', after as number))
    .orderBy('a.id', up ? 'asc' : 'desc')
    .limit(limit)
    .execute();
  return rows.map(toApplication);
};

export const countOpen = async (tx: Tx, municipalityCode: string): Promise<{ count: number; oldest: Date | null }> => {
  const row = await tx
    .selectFrom('applications')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min('changed_at').as('oldest')])
    .where('municipality_code', '=', municipalityCode)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  return { count: Number(row.count), oldest: row.oldest };
};

/** Every version of what a 申請 asked for, the newest first. */
export const loadRevisions = async (tx: Tx, id: number): Promise<Revision[]> => {
  const rows = await tx
    .selectFrom('application_revisions as r')
    .leftJoin('users as u', 'u.id', 'r.user_id')
    .leftJoin('organisations as o', 'o.id', 'r.org_id')
    .select(['r.revision', 'r.at', 'r.changes', 'r.org_id as orgId', 'o.name as orgName'])
    .select(sql<string | null>`u.family_name || ' ' || u.given_name`.as('userName'))
    .where('r.application_id', '=', id)
    .orderBy('r.revision', 'desc')
    .execute();
  return rows.map(({ orgId, orgName, userName, ...rest }) => ({
    ...rest,
    typist: { orgId, orgName: orgName ?? '', userName: userName ?? '' },
  }));
};
