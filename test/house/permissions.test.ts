import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Column, columns } from '../../src/kernel/policy.ts';
import type { Db } from '../../src/platform/db/index.ts';
import type { Route } from '../../src/platform/http/index.ts';
import { type PermissionName, policy, type ScopeName, scopes } from '../../src/policy.ts';
import { rooms } from '../../src/rooms.ts';
import { addPeople, ownApp, type Person, START, type TestApp } from '../support/app/index.ts';
import { testDb } from '../support/db/index.ts';

const routes: readonly Route[] = rooms.flatMap((room) => room.routes);
/** A path whose parameters name nothing: what exists and may be used says so, what may not is a page that does not exist. */
const pathOf = (route: Route): string => route.path.replace(/:\w+/g, '999999999');
const guarded = routes.filter((route) => route.permission !== null && route.kind !== 'api');
const byKey = routes.filter((route) => route.kind === 'api');

let db: Db;
let app: TestApp;
let people: Record<Column, Person>;

beforeAll(async () => {
  ({ db } = await testDb());
  people = await addPeople(db, START);
  app = await ownApp(db);
});

/** A key with these scopes, as if the organisation could have made it. */
const makeKey = async ({ userId, orgId }: Person, granted: readonly ScopeName[]): Promise<string> => {
  const token = `vsys_${randomBytes(32).toString('base64url')}`;
  const hash = createHash('sha256').update(token.slice(5)).digest();
  await db.transaction({ role: 'all' }, (tx) =>
    sql`insert into api_keys (org_id, name, token_hash, hint, scopes, created_at, created_by, expires_at)
      values (${orgId}, 'test', ${hash}, '', ${[...granted]}, ${START}, ${userId}, ${new Date('2022-01-01')})`.execute(
      tx,
    ),
  );
  return token;
};

const ask = (who: Person | null, route: Route) =>
  route.kind === 'action' ? app.send(who, pathOf(route)) : app.open(who, pathOf(route));

describe('S29: the permission table is what the server does', () => {
  test('every permission has routes, and every route a row of the table', () => {
    const used = new Set(guarded.map((route) => route.permission));
    expect([...used].filter((permission) => !((permission as string) in policy))).toEqual([]);
  });

  test.each(columns)('%s: every empty cell answers 404', async (column) => {
    for (const route of guarded) {
      if (column in policy[route.permission as PermissionName]) continue;
      const { status } = await ask(people[column], route);
      expect(status, `${route.kind} ${route.path}`).toBe(404);
    }
  });

  test.each(columns)('%s: every filled cell opens its pages', async (column) => {
    for (const route of guarded) {
      if (!(column in policy[route.permission as PermissionName]) || route.path.includes(':')) continue;
      const { status } = await ask(people[column], route);
      expect(status, `${route.kind} ${route.path}`).not.toBe(500);
      if (route.kind === 'page' && !route.path.endsWith('/done')) expect(status, route.path).not.toBe(403);
    }
  });

  test('nobody gets in without logging in', async () => {
    for (const route of guarded) {
      const { status, location } = await ask(null, route);
      expect([status, location.split('?')[0]], `${route.kind} ${route.path}`).toEqual([303, '/login']);
    }
  });

  test('no call with API key is open without one: not to nobody, not to a session, not to another scope', async () => {
    const all = Object.keys(scopes) as ScopeName[];
    for (const route of byKey) {
      const other = all.filter((scope) => scope !== route.scope);
      const url = pathOf(route);
      const ask = (headers: Record<string, string>) => app.server.inject({ method: route.method, url, headers });
      expect((await ask({})).statusCode, url).toBe(401);
      expect((await ask({ cookie: `sid=${people.ministry.sid}` })).statusCode, url).toBe(401);
      for (const column of columns) {
        const token = await makeKey(people[column], other);
        expect((await ask({ authorization: `Bearer ${token}` })).statusCode, `${column} ${url}`).toBe(403);
        if (column in policy[route.permission as PermissionName]) continue;
        const full = await makeKey(people[column], all);
        expect((await ask({ authorization: `Bearer ${full}` })).statusCode, `${column} ${url}`).toBe(403);
      }
    }
  });
});
