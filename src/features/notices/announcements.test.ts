import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columns, type Organisation } from '../../kernel/policy.ts';
import { areaOf, audienceFaults, concerns, isShownNow, rolesOf } from './announcements.ts';

const org = (kind: Organisation['kind'], prefectureCode: string | null, municipalityCode: string | null) => ({
  id: 1,
  kind,
  name: '',
  prefectureCode,
  municipalityCode,
});
const ministry = org('ministry', null, null);
const tokyo = org('prefecture', '13', null);
const minato = org('municipality', '13', '131032');

describe('an お知らせ reaches no further than its writer', () => {
  test.each([
    [ministry, { roles: ['vendor', 'basic'], area: '' }, []],
    [ministry, { roles: ['basic'], area: '131032' }, []],
    [ministry, { roles: ['vendor', 'basic'], area: '13' }, ['roles']],
    [tokyo, { roles: ['municipality', 'satellite'], area: '13' }, []],
    [tokyo, { roles: ['basic'], area: '131032' }, []],
    [tokyo, { roles: ['basic'], area: '141003' }, ['area']],
    [tokyo, { roles: ['basic'], area: '' }, ['area']],
    [tokyo, { roles: ['prefecture'], area: '13' }, ['roles']],
    [minato, { roles: ['basic'], area: '131032' }, []],
    [minato, { roles: ['basic'], area: '13' }, ['area']],
    [minato, { roles: ['municipality'], area: '131032' }, ['roles']],
    [org('wholesaler', null, null), { roles: ['basic'], area: '' }, ['roles', 'area']],
  ] as const)('%o %o', (writer, audience, faults) => {
    expect(Object.keys(audienceFaults(writer, audience))).toEqual(faults);
  });

  test('whoever is reached by what a 都道府県 or 市町村 may write lies in its area', () => {
    const code = fc.constantFrom('131032', '131016', '141003');
    const reader = fc.record({ code, column: fc.constantFrom(...columns) });
    fc.assert(
      fc.property(
        fc.constantFrom(tokyo, minato),
        fc.subarray([...columns], { minLength: 1 }),
        fc.constantFrom('', '13', '14', '131032', '141003'),
        reader,
        (writer, roles, area, { code, column }) => {
          if (Object.keys(audienceFaults(writer, { roles, area })).length > 0) return;
          const it = { org: org('venue', code.slice(0, 2), code), columns: [column] };
          if (!concerns({ roles, area }, it)) return;
          expect(code.startsWith(areaOf(writer) ?? '-')).toBe(true);
          expect(rolesOf(writer)).toContain(column);
        },
      ),
    );
  });
});

test('shown from its first moment to its last, once published', () => {
  const at = (time: string) => new Date(`2021-04-26T${time}:00+09:00`);
  const shown = { state: 'published' as const, shownFrom: at('09:00'), shownTo: at('10:00') };
  expect(['08:59', '09:00', '09:59', '10:00'].map((time) => isShownNow(shown, at(time)))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(isShownNow({ ...shown, state: 'draft' }, at('09:00'))).toBe(false);
  expect(isShownNow({ ...shown, state: 'withdrawn' }, at('09:00'))).toBe(false);
  expect(isShownNow({ ...shown, shownTo: null }, at('23:00'))).toBe(true);
});
