import { sql } from 'kysely';
import type { Column } from '../../../src/kernel/policy.ts';
import type { Db } from '../../../src/platform/db/index.ts';
import { addPeople, type Person, START, type TestApp, testApp } from '../../support/app/index.ts';
import { testDb } from '../../support/db/index.ts';

export type Ground = {
  readonly db: Db;
  readonly app: TestApp;
  readonly people: Record<Column, Person>;
  readonly vaccine: number;
  readonly row: <R>(query: ReturnType<typeof sql<R>>) => Promise<R>;
  readonly rows: <R>(query: ReturnType<typeof sql<R>>) => Promise<readonly R[]>;
  /** Subjects of the notices told to an organisation, the oldest first. */
  readonly told: (orgId: number) => Promise<readonly string[]>;
};

/** 港区 with its people, over a fresh database. */
export const ground = async (): Promise<Ground> => {
  const { db } = await testDb();
  const people = await addPeople(db, START);
  const app = await testApp(db);
  const rows = async <R>(query: ReturnType<typeof sql<R>>): Promise<readonly R[]> =>
    db.transaction({ role: 'all' }, async (tx) => (await query.execute(tx)).rows);
  const row = async <R>(query: ReturnType<typeof sql<R>>): Promise<R> => (await rows(query))[0] as R;
  const { id } = await row(sql<{ id: number }>`select id from vaccines`);
  const told = async (orgId: number) =>
    (await rows(sql<{ title: string }>`select title from notices where org_id = ${orgId} order by id`)).map(
      ({ title }) => title,
    );
  return { db, app, people, vaccine: Number(id), row, rows, told };
};

export type Typed = Record<string, string | string[]>;

/** A venue's form as it stands after the required fields were typed. */
export const venueForm = (vaccine: number, name = '芝公園病院'): Typed => ({
  facilityClass: 'institution',
  deliverySame: '1',
  name,
  bookingDelegated: 'no',
  freezers75: '1',
  [`handled.${vaccine}.role`]: 'basic',
  doctorName: '厚労　太郎',
  doctorKana: 'こうろう　たろう',
  doctorPhone: '03-1234-5678',
  doctorEmail: 'doctor@example.jp',
  vaccineAffiliation: '薬剤部',
  vaccineName: '港　花子',
  vaccinePhone: '03-1234-5679',
});
