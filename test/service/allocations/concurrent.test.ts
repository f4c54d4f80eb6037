import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { SheetInput } from '../../../src/features/allocations/sheet-shape.ts';
import { Problem } from '../../../src/kernel/problem.ts';
import { testDb } from '../../support/db/index.ts';
import { type Country, give, giverAt, makeCountry, municipalityCodes, openCycle, places } from './country.ts';

const { db } = await testDb();
const country = await makeCountry(db);

type Move = { readonly at: string; readonly amounts: readonly number[] };
const givers = ['', ...Object.keys(places), ...municipalityCodes];
const move: fc.Arbitrary<Move> = fc.record({
  at: fc.constantFrom(...givers),
  amounts: fc.array(fc.nat(6), { minLength: 4, maxLength: 4 }),
});

/** Amounts as the sheet of that giver takes them; venues get boxes or vials as it happens. */
const inputOf = ({ at, amounts }: Move): SheetInput => {
  const [a = 0, b = 0, c = 0, d = 0] = amounts;
  if (at === '') return { '13': { plan: a + b }, '27': { plan: c + d } };
  if (at.length === 2) {
    const [first = '', second] = places[at as keyof typeof places];
    return { [first]: { plan: a, adjustment: b }, ...(second && { [second]: { plan: c, adjustment: d } }) };
  }
  const [first, second] = country.venues.get(at) ?? [];
  return {
    [String(first)]: c % 2 ? { units: a } : { vials: a * 100 },
    [String(second)]: d % 2 ? { units: b } : { vials: b * 50 },
  };
};

const givenOf = (cycleId: number) => sql<{ level: string; giver: string; given: number; came: number | null }>`
  with fixed as (
    select s.*, coalesce(s.municipality_code, s.prefecture_code, '') as giver,
      (select sum(coalesce(l.units, 0) * 195 + coalesce(l.vials, 0))::integer from allocation_lines l where l.sheet_id = s.id) as given
    from allocation_sheets s where s.cycle_id = ${cycleId} and s.state = 'fixed'
  )
  select f.level, f.giver, f.given, case f.level
    when 'national' then (select supply * 195 from cycles where id = ${cycleId})
    else (select sum(l.units * 195)::integer from fixed u join allocation_lines l on l.sheet_id = u.id
          where (f.level = 'prefectural' and u.level = 'national' and l.receiver = f.prefecture_code)
             or (f.level = 'municipal' and u.level = 'prefectural' and l.receiver = f.municipality_code))
    end as came
  from fixed f`;

/** S15: at every level what is given out is not more than what came in, and the venues' rows say what the sheets say. */
const expectSound = async ({ db }: Country, cycleId: number): Promise<void> => {
  const [sheets, rows] = await db.transaction({ role: 'all' }, async (tx) => [
    (await givenOf(cycleId).execute(tx)).rows,
    (
      await sql<{
        code: string;
        pieces: number;
      }>`select municipality_code as code, sum(pieces)::integer as pieces from distributions
        where cycle_id = ${cycleId} and item = 'vaccine' and cancelled_at is null group by 1`.execute(tx)
    ).rows,
  ]);
  for (const sheet of sheets) expect(sheet.given, JSON.stringify(sheet)).toBeLessThanOrEqual(sheet.came ?? 0);
  for (const { code, pieces } of rows) expect(pieces).toBe(sheets.find(({ giver }) => giver === code)?.given);
};

const changeSupply = (cycleId: number, supply: number) =>
  db.transaction({ role: 'all' }, (tx) => sql`update cycles set supply = ${supply} where id = ${cycleId}`.execute(tx));

/** Something is fixed everywhere, with room above and below, so that corrections may go both ways. */
const fixAll = async (cycleId: number): Promise<void> => {
  const some = (code: string, units: number): SheetInput => ({ [String(country.venues.get(code)?.[0])]: { units } });
  await give(country, cycleId, giverAt(''), { '13': { plan: 11 }, '27': { plan: 8 } });
  await give(country, cycleId, giverAt('13'), { '131016': { plan: 5 }, '131032': { plan: 4, adjustment: 1 } });
  await give(country, cycleId, giverAt('27'), { '271004': { plan: 6 } });
  for (const code of municipalityCodes) await give(country, cycleId, giverAt(code), some(code, 3));
};

const isRefusal = (thrown: unknown): boolean =>
  thrown instanceof Problem || (thrown as { code?: string }).code === '40001';

/** Only a server has several connections; the embedded engine shows that the rules hold one after the other. */
test('[S15] whatever is fixed and corrected at once, no level gives more than came in', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(move, { minLength: 2, maxLength: 8 }), { minLength: 2, maxLength: 5 }),
      fc.nat(20),
      async (rounds, supply) => {
        const cycleId = await openCycle(country, 20);
        await fixAll(cycleId);
        for (const [i, round] of rounds.entries()) {
          const work = round.map((one) => give(country, cycleId, giverAt(one.at), inputOf(one)));
          if (i % 2) work.push(changeSupply(cycleId, supply).then(() => undefined));
          for (const result of await Promise.allSettled(work))
            if (result.status === 'rejected')
              expect(isRefusal(result.reason), String(result.reason?.stack ?? result.reason)).toBe(true);
          await expectSound(country, cycleId);
        }
      },
    ),
    { numRuns: db.kind === 'server' ? 20 : 3, endOnFailure: true },
  );
}, 120_000);

test('[S15] a level below and the level above, corrected at the same moment, never cross', async () => {
  for (let round = 0; round < 10; round += 1) {
    const cycleId = await openCycle(country, 10);
    await give(country, cycleId, giverAt(''), { '13': { plan: 10 } });
    await give(country, cycleId, giverAt('13'), { '131032': { plan: 10, adjustment: null } });
    const [venue] = country.venues.get('131032') ?? [];
    const results = await Promise.allSettled([
      give(country, cycleId, giverAt('131032'), { [String(venue)]: { units: 10 } }),
      give(country, cycleId, giverAt('13'), { '131032': { plan: 4, adjustment: null } }),
      give(country, cycleId, giverAt(''), { '13': { plan: 4 } }),
    ]);
    for (const result of results)
      if (result.status === 'rejected') expect(isRefusal(result.reason), String(result.reason)).toBe(true);
    await expectSound(country, cycleId);
  }
}, 60_000);

test('two who fix the same sheet at once: one does, the other is told', async () => {
  const cycleId = await openCycle(country, 10);
  const results = await Promise.allSettled(
    [1, 2, 3, 4].map((units) => give(country, cycleId, giverAt(''), { '13': { plan: units } })),
  );
  const sheets = await db.transaction(
    { role: 'all' },
    async (tx) =>
      (
        await sql<{
          revision: number;
          state: string;
        }>`select revision, state from allocation_sheets where cycle_id = ${cycleId}`.execute(tx)
      ).rows,
  );
  expect(results.filter(({ status }) => status === 'fulfilled').length).toBe(
    sheets.filter(({ state }) => state !== 'draft').length,
  );
  expect(sheets.filter(({ state }) => state === 'fixed')).toHaveLength(1);
  await expectSound(country, cycleId);
});
