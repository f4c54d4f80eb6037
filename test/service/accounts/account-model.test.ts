import { hash } from '@node-rs/argon2';
import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { unlockUser } from '../../../src/features/accounts/index.ts';
import { testDb } from '../../support/db/index.ts';
import { openDoor } from './door.tsx';
import { asSystem, codeTo, otherThan, person } from './person.ts';
import { addOrganisation, addUser } from './world.ts';

const { db, reset } = await testDb();
const minute = 60_000;

/** The rules in the plainest words: what a user with one browser may expect. */
const plainModel = () => {
  let now = 0;
  let failed = 0;
  let lockedUntil = 0;
  const codes: { at: number; tries: number; used: boolean }[] = [];
  let begun: { at: number } | null = null;
  let inside: { at: number; seen: number } | null = null;
  const locked = () => now < lockedUntil;
  const alive = () => inside !== null && now - inside.seen < 30 * minute && now - inside.at < 12 * 60 * minute;
  return {
    pass: (minutes: number) => {
      now += minutes * minute;
    },
    login: (right: boolean): number => {
      if (locked()) return 422;
      if (!right) {
        if (lockedUntil > 0) [failed, lockedUntil] = [0, 0];
        failed += 1;
        if (failed === 10) lockedUntil = now + 60 * minute;
        return 422;
      }
      if (codes.filter(({ at, used }) => !used && now - at < 60 * minute).length >= 10) return 429;
      [failed, lockedUntil, inside, begun] = [0, 0, null, { at: now }];
      codes.push({ at: now, tries: 5, used: false });
      return 303;
    },
    code: (right: boolean): number => {
      if (!begun || now - begun.at >= 30 * minute) return 303;
      const newest = codes.at(-1);
      const lives = newest && !newest.used && newest.tries > 0 && now - newest.at < 10 * minute;
      if (!newest || !lives) return 422;
      if (!right) {
        newest.tries -= 1;
        return 422;
      }
      newest.used = true;
      [begun, inside] = [null, { at: now, seen: now }];
      return 303;
    },
    unlock: () => {
      [failed, lockedUntil] = [0, 0];
    },
    isInside: (): boolean => {
      if (!alive()) return false;
      if (inside && now - inside.seen > 30_000) inside.seen = now;
      return true;
    },
    logout: () => {
      [begun, inside] = [null, null];
    },
  };
};

const event = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ do: 'wrong' } as const) },
  { weight: 4, arbitrary: fc.constant({ do: 'right' } as const) },
  { weight: 4, arbitrary: fc.constant({ do: 'code' } as const) },
  { weight: 2, arbitrary: fc.constant({ do: 'wrong-code' } as const) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('pass' as const), minutes: fc.constantFrom(1, 9, 10, 29, 30, 59, 60) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('wrongs' as const), times: fc.constantFrom(8, 9, 10) }) },
  { weight: 1, arbitrary: fc.constant({ do: 'unlock' } as const) },
  { weight: 1, arbitrary: fc.constant({ do: 'logout' } as const) },
);

test('whatever happens in whatever order, the account does what the plain rules say', {
  timeout: 240_000,
}, async () => {
  // Checked as fast as possible: the cost is part of the hash.
  const cheap = await hash('Demo-2021', { memoryCost: 8, timeCost: 1, parallelism: 1 });
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 5, maxLength: 30 }), async (events) => {
      await reset();
      const door = await openDoor(db);
      const userId = await addUser(db, await addOrganisation(db, 'municipality', '港区'), 'office');
      await asSystem(db, (tx) => sql`update users set password_hash = ${cheap}`.execute(tx));
      const someone = person(door);
      const model = plainModel();
      const login = async (right: boolean) => {
        const password = right ? 'Demo-2021' : 'Wrong-2021';
        const { status } = await someone.send('/login', { userName: 'office@v.sys', password });
        expect(status, right ? 'right password' : 'wrong password').toBe(model.login(right));
      };
      for (const one of events) {
        if (one.do === 'right' || one.do === 'wrong') await login(one.do === 'right');
        else if (one.do === 'wrongs') for (let i = 0; i < one.times; i += 1) await login(false);
        else if (one.do === 'code' || one.do === 'wrong-code') {
          const mailed = (await codeTo(db, 'office@example.jp')) || '111111';
          const right = one.do === 'code';
          const { status } = await someone.send('/login/code', { code: right ? mailed : otherThan(mailed) });
          expect(status, one.do).toBe(model.code(right));
        } else if (one.do === 'pass') {
          door.clock.pass(one.minutes * 60);
          model.pass(one.minutes);
        } else if (one.do === 'unlock') {
          await asSystem(db, (tx) => unlockUser({ tx }, { userId }));
          model.unlock();
        } else {
          await someone.send('/logout');
          model.logout();
        }
        expect((await someone.whoAmI()) !== null, `inside after ${one.do}`).toBe(model.isInside());
      }
    }),
    { numRuns: 15 },
  );
});
