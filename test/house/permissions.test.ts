import { beforeAll, describe, expect, test } from 'vitest';
import { type Column, columns } from '../../src/kernel/policy.ts';
import type { Route } from '../../src/platform/http/index.ts';
import { type PermissionName, policy } from '../../src/policy.ts';
import { rooms } from '../../src/rooms.ts';
import { addPeople, type Person, START, type TestApp, testApp } from '../support/app/index.ts';
import { testDb } from '../support/db/index.ts';

const routes: readonly Route[] = rooms.flatMap((room) => room.routes);
/** A path whose parameters name nothing: what exists and may be used says so, what may not is a page that does not exist. */
const pathOf = (route: Route): string => route.path.replace(/:\w+/g, '999999999');
const guarded = routes.filter((route) => route.permission !== null);

let app: TestApp;
let people: Record<Column, Person>;

beforeAll(async () => {
  const { db } = await testDb();
  people = await addPeople(db, START);
  app = await testApp(db);
});

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
});
