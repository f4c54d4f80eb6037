import { describe, expect, test } from 'vitest';
import type { Day } from '../../kernel/calendar.ts';
import { municipalities, municipalitiesOf, prefectures } from '../areas/index.ts';
import { type Candidate, type Proposal, propose } from './propose.ts';
import { readRules, ruleDays, rulesOf } from './rules.ts';

/** 47 prefectures that ask for 7,322 boxes together, more in the larger ones. */
const asked = prefectures().map(({ code, population }, i) => ({
  code,
  population,
  boxes: Math.floor((7_322 * population) / 126_146_099) + (i < 23 ? 1 : 0),
}));
const prefecturesAsking: Candidate[] = asked.map(({ code, population, boxes }) => ({
  key: code,
  floor: 0,
  weights: { population, demand: boxes, need: null, municipalities: municipalitiesOf(code).length },
}));

const split = (id: string, deliveryFrom: Day, total: number): Proposal => {
  const rule = rulesOf('national', deliveryFrom).find((one) => one.id === id);
  const proposal = rule && propose({ rule, total, candidates: prefecturesAsking });
  if (!proposal || typeof proposal === 'string') throw new RangeError(`${id}: ${proposal}`);
  return proposal;
};
const inFrame = (proposal: Proposal, frame: 'plan' | 'adjustment'): number =>
  [...proposal.units.values()].reduce((sum, units) => sum + units[frame], 0);

test('the prefectures of this test ask for as much as those of クール 4 did', () => {
  expect(asked.reduce((sum, { boxes }) => sum + boxes, 0)).toBe(7_322);
});

describe('the first campaign of ファイザー', () => {
  test('クール 1: 100 boxes, 2 each, 4 for 東京・神奈川・大阪', () => {
    const { units } = split('opening', '2021-04-05' as Day, 100);
    for (const [code, { plan, adjustment }] of units)
      expect([code, plan, adjustment]).toEqual([code, ['13', '14', '27'].includes(code) ? 4 : 2, 0]);
  });

  test.each(['2021-04-12', '2021-04-19'] as Day[])('クール 2 and 3 (%s): 500 boxes in the same way', (deliveryFrom) => {
    const proposal = split('opening', deliveryFrom, 500);
    expect(inFrame(proposal, 'plan')).toBe(500);
    expect(proposal.units.get('13')?.plan).toBe(20);
    expect(proposal.units.get('01')?.plan).toBe(10);
  });

  test('クール 4: one for each of 1,741 municipalities, 4,000 by request', () => {
    const proposal = split('frames', '2021-04-26' as Day, 5_741);
    expect(inFrame(proposal, 'plan')).toBe(municipalities().length);
    expect(inFrame(proposal, 'adjustment')).toBe(4_000);
    for (const { key, weights } of prefecturesAsking) {
      const { plan, adjustment } = proposal.units.get(key) ?? { plan: -1, adjustment: -1 };
      expect(plan).toBe(weights.municipalities);
      expect(Math.abs(adjustment - (4_000 * (weights.demand ?? 0)) / 7_322)).toBeLessThan(1);
    }
  });

  test('クール 4 down to the municipalities of 北海道: one each, nobody without', () => {
    const rule = rulesOf('prefectural', '2021-04-26' as Day).find(({ id }) => id === 'frames');
    const candidates = municipalitiesOf('01').map(({ code }) => ({
      key: code,
      floor: 0,
      weights: { population: 1, demand: 1, need: null, municipalities: 1 },
    }));
    if (!rule) throw new RangeError('no rule');
    const proposal = propose({ rule, total: 179 + 90, candidates, came: { plan: 179, adjustment: 90 } });
    if (typeof proposal === 'string') throw new RangeError(proposal);
    expect([...proposal.units.values()].every(({ plan }) => plan === 1)).toBe(true);
    expect(inFrame(proposal, 'adjustment')).toBe(90);
  });

  test('クール 9: 8,000 by population, 3,000 by request and after', () => {
    const proposal = split('frames', '2021-07-05' as Day, 11_000);
    expect([inFrame(proposal, 'plan'), inFrame(proposal, 'adjustment')]).toEqual([8_000, 3_000]);
  });

  test('クール 11: 7,702 in the plan frame and 2,298 in the adjustment frame', () => {
    const proposal = split('frames', '2021-08-02' as Day, 10_000);
    expect([inFrame(proposal, 'plan'), inFrame(proposal, 'adjustment')]).toEqual([7_702, 2_298]);
    for (const { key, weights } of prefecturesAsking)
      expect(
        Math.abs((proposal.units.get(key)?.plan ?? 0) - (7_702 * (weights.population ?? 0)) / 126_146_099),
      ).toBeLessThan(1);
  });
});

describe('the rules', () => {
  test('are in force by the first day of delivery, one version of each at a time', () => {
    for (const day of ruleDays())
      for (const level of ['national', 'prefectural', 'municipal'] as const) {
        const ids = rulesOf(level, day).map(({ id }) => id);
        expect(ids).toEqual([...new Set(ids)]);
        expect(ids).toEqual(expect.arrayContaining(['demand', 'need', 'equal']));
      }
    const versions = (day: string) => rulesOf('national', day as Day).find(({ id }) => id === 'frames')?.version;
    expect(['2021-04-25', '2021-04-26', '2021-07-05', '2021-09-13'].map(versions)).toEqual([undefined, 1, 2, 3]);
  });

  test('must end with all that is left, and name what they are computed from', () => {
    const good = {
      id: 'x',
      version: 1,
      from: '2021-01-01',
      name: 'x',
      shortName: 'x',
      levels: ['national'],
      source: 'x',
      parts: [{ frame: 'plan', take: 'rest', weight: 'equal' }],
    };
    expect(readRules({ rules: [good] })).toHaveLength(1);
    for (const bad of [
      { ...good, parts: [{ frame: 'plan', take: { each: 2 }, weight: 'equal' }] },
      { ...good, parts: [...good.parts, ...good.parts] },
      { ...good, parts: [{ frame: 'plan', take: 'rest', weight: 'need' }] },
      { ...good, to: '2020-12-31' },
      { ...good, levels: [] },
    ])
      expect(() => readRules({ rules: [bad] })).toThrow();
  });
});
