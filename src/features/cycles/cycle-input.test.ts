import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, asDay, instantAt } from '../../kernel/calendar.ts';
import { parseForm } from '../../kernel/form.ts';
import { cycleChangeForm, cycleForm } from './cycle.form.ts';
import { type CyclePlan, deliversBeforeDeadline, periodFaults, planChanges, planTexts } from './cycle-input.ts';

const good = {
  campaignId: '1',
  newCampaign: '',
  vaccineId: '1',
  number: '5',
  branch: '',
  registrationFrom: '2021-04-26T09:00',
  registrationTo: '2021-04-30T17:00',
  deliveryFrom: '2021/05/10',
  deliveryTo: '2021/05/23',
  vaccinationFrom: '2021/05/17',
  vaccinationTo: '2021/06/06',
  supply: '1,000',
};
const errors = (change: Record<string, string>) => {
  const parsed = parseForm(cycleForm, { ...good, ...change });
  return parsed.ok ? periodFaults(parsed.value) : parsed.errors;
};

describe('the form', () => {
  test('takes what people type: full-width digits and separators', () => {
    const parsed = parseForm(cycleForm, {
      ...good,
      number: '５',
      supply: '１，０００',
      deliveryFrom: '２０２１年５月１０日',
    });
    expect(parsed).toMatchObject({
      ok: true,
      value: { number: 5, supply: 1000, deliveryFrom: '2021-05-10', branch: null },
    });
  });

  test('not entered is not zero', () => {
    expect(parseForm(cycleForm, { ...good, supply: '' })).toMatchObject({ value: { supply: null } });
    expect(parseForm(cycleForm, { ...good, supply: '0' })).toMatchObject({ value: { supply: 0 } });
  });

  test.each([
    [{ supply: '-1' }, 'supply', '0〜9,999,999の整数'],
    [{ supply: '1.5' }, 'supply', '整数'],
    [{ supply: '1000000000000' }, 'supply', '整数'],
    [{ number: '0' }, 'number', '1〜999の整数'],
    [{ number: '第五' }, 'number', '整数'],
    [{ deliveryFrom: '2021/02/29' }, 'deliveryFrom', '実在する日付'],
    [{ deliveryFrom: '' }, 'deliveryFrom', '入力してください'],
    [{ registrationTo: '2021-04-30T25:00' }, 'registrationTo', '日付と時刻'],
    [{ registrationTo: '2021-04-26T09:00' }, 'registrationTo', '開始より後'],
    [{ deliveryTo: '2021/05/09' }, 'deliveryTo', '最初の日以降'],
    [{ vaccinationFrom: '2021/05/09' }, 'vaccinationFrom', '標準配送期間の最初の日以降'],
    [{ vaccinationTo: '2021/05/16' }, 'vaccinationTo', '最初の日以降'],
    [{ vaccineId: 'x' }, 'vaccineId', '選択してください'],
    [{ campaignId: "1' or 1=1" }, 'campaignId', '選択し直してください'],
  ])('%o is refused at its field', (change, name, words) => {
    expect(errors(change as unknown as Record<string, string>)[name]).toContain(words);
  });
});

const plans = fc
  .record({
    start: fc.integer({ min: 0, max: 2000 }),
    registers: fc.integer({ min: 1, max: 30 }),
    gap: fc.integer({ min: 1, max: 60 }),
    delivers: fc.nat(30),
    later: fc.nat(30),
    lasts: fc.nat(60),
  })
  .map(({ start, registers, gap, delivers, later, lasts }): CyclePlan => {
    const first = addDays(asDay('2021-01-01'), start);
    const deliveryFrom = addDays(first, registers + gap);
    const vaccinationFrom = addDays(deliveryFrom, later);
    return {
      registrationFrom: instantAt(first, '09:00'),
      registrationTo: instantAt(addDays(first, registers), '17:00'),
      deliveryFrom,
      deliveryTo: addDays(deliveryFrom, delivers),
      vaccinationFrom,
      vaccinationTo: addDays(vaccinationFrom, lasts),
      supply: start % 3 === 0 ? null : start,
    };
  });

describe('a plan', () => {
  test('in order has no faults, and its texts read back to the same plan', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        expect(periodFaults(plan)).toEqual({});
        expect(deliversBeforeDeadline(plan)).toBe(false);
        expect(parseForm(cycleChangeForm, { ...planTexts(plan), reason: '理由' })).toEqual({
          ok: true,
          value: { ...plan, reason: '理由' },
        });
      }),
    );
  });

  test('changes are empty for the same plan, and name each other one', () => {
    fc.assert(
      fc.property(plans, plans, (a, b) => {
        expect(planChanges(a, a)).toEqual([]);
        expect(planChanges(a, b).length).toBe(planChanges(b, a).length);
      }),
    );
  });

  test('a delivery on the day of the deadline is worth a question', () => {
    fc.assert(
      fc.property(plans, (plan) =>
        deliversBeforeDeadline({ ...plan, registrationTo: instantAt(plan.deliveryFrom, '00:00') }),
      ),
    );
  });
});
