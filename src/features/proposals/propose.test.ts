import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Candidate, givenTo, type Proposal, propose } from './propose.ts';
import { allRules, type Rule } from './rules.ts';

const candidate = (key: string, weights: Partial<Candidate['weights']>, floor = 0): Candidate => ({
  key,
  floor,
  weights: { population: null, demand: null, need: null, municipalities: null, ...weights },
});
const ruleOf = (id: string): Rule => {
  const found = allRules.findLast((one) => one.id === id);
  if (!found) throw new RangeError(id);
  return found;
};
const made = (order: Parameters<typeof propose>[0]): Proposal => {
  const proposal = propose(order);
  if (typeof proposal === 'string') throw new RangeError(proposal);
  return proposal;
};
const given = (proposal: Proposal): Record<string, number> =>
  Object.fromEntries([...proposal.units.keys()].map((key) => [key, givenTo(proposal, key)]));

describe('propose', () => {
  const abc = [
    candidate('a', { population: 50, demand: 3 }),
    candidate('b', { population: 30, demand: null }),
    candidate('c', { population: 20, demand: 1 }),
  ];

  test('splits by population, by demand, evenly', () => {
    expect(given(made({ rule: ruleOf('population'), total: 7, candidates: abc }))).toEqual({ a: 4, b: 2, c: 1 });
    expect(given(made({ rule: ruleOf('demand'), total: 8, candidates: abc }))).toEqual({ a: 6, b: 0, c: 2 });
    expect(given(made({ rule: ruleOf('equal'), total: 8, candidates: abc }))).toEqual({ a: 3, b: 3, c: 2 });
  });

  test('says what each share was computed from', () => {
    const { parts } = made({ rule: ruleOf('population'), total: 7, candidates: abc });
    expect(parts).toHaveLength(1);
    expect(parts[0]).toMatchObject({ amount: 7, allWeight: 100, even: false });
    expect(parts[0]?.shares.get('a')).toEqual({ weight: 50, units: 4, raised: true });
    expect(parts[0]?.shares.get('b')).toEqual({ weight: 30, units: 2, raised: false });
  });

  test('splits evenly, and says so, where nobody asked for anything', () => {
    const nobody = [candidate('a', {}), candidate('b', {})];
    const proposal = made({ rule: ruleOf('demand'), total: 3, candidates: nobody });
    expect(given(proposal)).toEqual({ a: 2, b: 1 });
    expect(proposal.parts[0]?.even).toBe(true);
  });

  test('takes nothing back that is fixed below; the others share the rest', () => {
    const fixed = [abc[0] as Candidate, candidate('b', { population: 30 }, 5), abc[2] as Candidate];
    const proposal = made({ rule: ruleOf('population'), total: 7, candidates: fixed });
    expect(given(proposal)).toEqual({ a: 1, b: 5, c: 1 });
    expect([...proposal.pinned]).toEqual([['b', 5]]);
    expect(propose({ rule: ruleOf('equal'), total: 4, candidates: fixed })).toBe('floors');
  });

  test('is impossible without anybody to give to', () => {
    expect(propose({ rule: ruleOf('equal'), total: 4, candidates: [] })).toBe('nobody');
  });

  test('follows the frames in which the amount came in', () => {
    const proposal = made({
      rule: ruleOf('frames'),
      total: 10,
      candidates: abc,
      came: { plan: 6, adjustment: 4 },
    });
    expect(proposal.parts.map(({ amount }) => amount)).toEqual([6, 4]);
    expect(proposal.units.get('a')).toEqual({ plan: 3, adjustment: 3 });
  });
});

const number = (max: number) => fc.option(fc.nat(max), { freq: 5 });
const anyCandidates = fc
  .array(
    fc.record({
      floor: fc.nat(3),
      weights: fc.record({
        population: number(4_000_000),
        demand: number(500),
        need: number(100_000),
        municipalities: number(180),
      }),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map((list) => list.map((one, i) => ({ ...one, key: String(i + 1).padStart(2, '0') })));
const anyCame = fc.oneof(fc.constant({}), fc.record({ plan: fc.nat(20_000), adjustment: fc.nat(5_000) }));

test('no rule ever creates or loses a unit, gives less than nothing, or looks at the order of the rows', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...allRules),
      fc.nat(20_000),
      anyCandidates,
      anyCame,
      fc.infiniteStream(fc.nat()),
      (rule, total, candidates, came, random) => {
        const proposal = propose({ rule, total, candidates, came });
        const floors = candidates.reduce((sum, { floor }) => sum + floor, 0);
        if (typeof proposal === 'string') {
          expect(floors).toBeGreaterThan(total);
          return;
        }
        const units = [...proposal.units.values()].flatMap(({ plan, adjustment }) => [plan, adjustment]);
        expect(units.reduce((sum, n) => sum + n, 0)).toBe(total);
        expect(units.every((n) => Number.isSafeInteger(n) && n >= 0)).toBe(true);
        for (const { key, floor } of candidates) expect(givenTo(proposal, key)).toBeGreaterThanOrEqual(floor);
        const shuffled = candidates
          .map((one) => ({ one, at: random.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one);
        const again = made({ rule, total, candidates: shuffled, came });
        expect(given(again)).toEqual(given(proposal));
      },
    ),
  );
});
