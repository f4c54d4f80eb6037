import { expect, test } from 'vitest';
import { parseForm } from '../../kernel/form.ts';
import { vaccineForm } from './vaccine.form.ts';
import { dosesIn, vaccineFaults } from './vaccine-input.ts';

const good = {
  name: 'テストワクチン',
  shortName: 'テスト',
  makerId: '1',
  storage: '2-8',
  unitName: '箱',
  vialsPerUnit: '10',
  intervalDays: '',
  route: 'wholesaler',
  announcedFrom: '2021/05/01',
  usableFrom: '2021/05/21',
  'doses.1.fromDay': '2021/06/01',
  'doses.1.doses': '１０',
  'doses.2.fromDay': '2021/05/21',
  'doses.2.doses': '9',
  'doses.3.fromDay': '',
  'doses.3.doses': '',
};
const faults = (change: Record<string, string>) => {
  const parsed = parseForm(vaccineForm, { ...good, ...change });
  return parsed.ok ? vaccineFaults(parsed.value) : parsed.errors;
};

test('the doses per vial come in order of their days, without blank rows', () => {
  const parsed = parseForm(vaccineForm, good);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  expect(vaccineFaults(parsed.value)).toEqual({});
  expect(parsed.value).toMatchObject({ dilution: false, asksStorage: false, intervalDays: null });
  expect(dosesIn(parsed.value.doses)).toEqual([
    { fromDay: '2021-05-21', doses: 9 },
    { fromDay: '2021-06-01', doses: 10 },
  ]);
});

test.each([
  [{ vialsPerUnit: '0' }, 'vialsPerUnit', '1〜10,000の整数'],
  [{ vialsPerUnit: '１.５' }, 'vialsPerUnit', '整数'],
  [{ usableFrom: '2021/04/30' }, 'usableFrom', '公表日以降'],
  [{ storage: '5' }, 'storage', '選択してください'],
  [{ 'doses.1.doses': '' }, 'doses.1.doses', '接種回数を入力'],
  [{ 'doses.1.fromDay': '' }, 'doses.1.fromDay', 'いつから'],
  [{ 'doses.3.fromDay': '2021-05-21', 'doses.3.doses': '8' }, 'doses.3.fromDay', '同じ日'],
  [{ 'doses.1.doses': '-6' }, 'doses.1.doses', '1〜20の整数'],
  [
    { 'doses.1.fromDay': '', 'doses.1.doses': '', 'doses.2.fromDay': '', 'doses.2.doses': '' },
    'doses.1.fromDay',
    '1行以上',
  ],
])('%o is refused at its field', (change, name, words) => {
  expect(faults(change as unknown as Record<string, string>)[name]).toContain(words);
});
