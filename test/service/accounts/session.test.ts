import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { accountsRoom } from '../../../src/features/accounts/index.ts';
import { testDb } from '../../support/db/index.ts';
import { type Door, openDoor } from './door.tsx';
import { asSystem, codeTo, person } from './person.ts';
import { addOrganisation, addUser, PASSWORD } from './world.ts';

const { db, reset } = await testDb();
let door: Door;
let orgId: number;

beforeEach(async () => {
  await reset();
  door = await openDoor(db);
  orgId = await addOrganisation(db, 'venue');
  await addUser(db, orgId, 'basic');
});

const signIn = async (someone = person(door), name = 'basic') => {
  await someone.send('/login', { userName: `${name}@v.sys`, password: PASSWORD });
  await someone.send('/login/code', { code: await codeTo(db, `${name}@example.jp`) });
  return someone;
};

describe('time', () => {
  test('30 minutes without use end a session', async () => {
    const someone = await signIn();
    door.clock.pass(30 * 60);
    expect(await someone.whoAmI()).toBeNull();
  });

  test('use keeps it, but not beyond 12 hours', async () => {
    const someone = await signIn();
    for (let minutes = 25; minutes < 12 * 60; minutes += 25) {
      door.clock.pass(25 * 60);
      expect(await someone.whoAmI()).not.toBeNull();
    }
    door.clock.pass(25 * 60);
    expect(await someone.whoAmI()).toBeNull();
  });

  test('a session on its way in ends too', async () => {
    const someone = person(door);
    await someone.send('/login', { userName: 'basic@v.sys', password: PASSWORD });
    door.clock.pass(30 * 60);
    expect((await someone.send('/login/code', { code: '123456' })).location).toBe('/login?expired=1');
  });

  test('what is marked as used is written at most every 30 seconds', async () => {
    const someone = await signIn();
    const lastSeen = async () =>
      (
        await asSystem(db, (tx) =>
          sql<{ at: Date }>`select last_seen_at as at from sessions where stage = 'full'`.execute(tx),
        )
      ).rows[0]?.at;
    const first = await lastSeen();
    door.clock.pass(29);
    await someone.whoAmI();
    expect(await lastSeen()).toEqual(first);
    door.clock.pass(2);
    await someone.whoAmI();
    expect(await lastSeen()).toEqual(door.clock.now());
  });
});

describe('who', () => {
  test('the id before the code is worth nothing after it', async () => {
    const someone = person(door);
    await someone.send('/login', { userName: 'basic@v.sys', password: PASSWORD });
    const before = someone.sid();
    await someone.send('/login/code', { code: await codeTo(db, 'basic@example.jp') });
    const old = person(door);
    old.take(before);
    expect(someone.sid()).not.toBe(before);
    expect(await old.whoAmI()).toBeNull();
  });

  test.each(['', 'x', "' or 1=1 --", 'x'.repeat(43), 'あ'.repeat(43), 'x'.repeat(5000)])(
    'an invented cookie (%#) is nobody',
    async (sid) => {
      const someone = person(door);
      someone.take(encodeURIComponent(sid));
      expect(await someone.whoAmI()).toBeNull();
    },
  );

  test('a user or an organisation that is shut out is out at once', async () => {
    const someone = await signIn();
    await asSystem(db, (tx) => sql`update users set disabled_at = now()`.execute(tx));
    expect(await someone.whoAmI()).toBeNull();
    await asSystem(db, (tx) => sql`update users set disabled_at = null`.execute(tx));
    expect(await someone.whoAmI()).not.toBeNull();
    await asSystem(db, (tx) => sql`update organisations set active = false`.execute(tx));
    expect(await someone.whoAmI()).toBeNull();
  });

  test('an office acts in the column of its kind, with its codes', async () => {
    await addUser(db, await addOrganisation(db, 'municipality', '港区'), 'municipality');
    const someone = await signIn(person(door), 'municipality');
    expect(await someone.whoAmI()).toMatchObject({
      org: { kind: 'municipality', name: '港区', prefectureCode: '13', municipalityCode: '131032' },
      columns: ['municipality'],
    });
  });

  test('a venue acts in the columns of its vaccines; without any, with the lesser rights', async () => {
    const someone = await signIn();
    expect((await someone.whoAmI())?.columns).toEqual(['satellite']);
    const give = (code: string, role: string) =>
      asSystem(db, async (tx) => {
        await sql`insert into venue_vaccines (venue_id, vaccine_id, role) select ${orgId}, id, ${role} from vaccines
          where code = ${code}`.execute(tx);
      });
    await addVaccines(orgId);
    await give('A', 'basic');
    expect((await someone.whoAmI())?.columns).toEqual(['basic']);
    await give('B', 'satellite');
    expect((await someone.whoAmI())?.columns).toEqual(['basic', 'satellite']);
    await give('C', 'basic');
    expect((await someone.whoAmI())?.columns).toEqual(['basic', 'satellite']);
  });
});

describe('end', () => {
  test('「ログアウト」 ends the session on the server', async () => {
    const someone = await signIn();
    const sid = someone.sid();
    expect(await someone.send('/logout')).toMatchObject({ status: 303, location: '/login' });
    someone.take(sid);
    expect(await someone.whoAmI()).toBeNull();
  });

  test('logging out when one is out already is no error', async () => {
    expect(await person(door).send('/logout')).toMatchObject({ status: 303, location: '/login' });
  });

  test('a new login ends the session that the browser had', async () => {
    const someone = await signIn();
    const old = person(door);
    old.take(someone.sid());
    await someone.send('/login', { userName: 'basic@v.sys', password: PASSWORD });
    expect(await old.whoAmI()).toBeNull();
  });

  test('old sessions and codes are forgotten, live ones stay', async () => {
    await signIn();
    door.clock.pass(25 * 3600);
    const someone = await signIn();
    const now = door.clock.now();
    await asSystem(db, async (tx) =>
      accountsRoom.due?.({ actor: null, now, tx, publicUrl: '', emit: async () => {} }, now),
    );
    const { rows } = await asSystem(db, (tx) =>
      sql<{ sessions: number; codes: number }>`select (select count(*)::int from sessions) as sessions,
        (select count(*)::int from codes) as codes`.execute(tx),
    );
    expect(rows).toEqual([{ sessions: 2, codes: 1 }]);
    expect(await someone.whoAmI()).not.toBeNull();
  });
});

const addVaccines = (makerId: number) =>
  asSystem(db, async (tx) => {
    await sql`insert into venues (venue_id, prefecture_code, municipality_code) values (${makerId}, '13', '131032')`.execute(
      tx,
    );
    for (const code of ['A', 'B', 'C'])
      await sql`insert into vaccines (code, name, short_name, maker_id, storage, unit_name, vials_per_unit, dilution,
          asks_storage, route, announced_from, usable_from)
        values (${code}, ${code}, ${code}, ${makerId}, '-75', '箱', 195, true, true, 'maker', '2021-02-14', '2021-02-14')`.execute(
        tx,
      );
  });
