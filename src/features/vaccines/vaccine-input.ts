import type { Day } from '../../kernel/calendar.ts';
import type { InputOf, RawInput } from '../../kernel/form.ts';
import type { FieldErrors } from '../../kernel/problem.ts';
import type { vaccineForm } from './vaccine.form.ts';
import type { DosesPerVial, Vaccine } from './vaccines.ts';

type Input = InputOf<typeof vaccineForm>;
type DoseRows = Input['doses'];

const halfEmpty = (rows: DoseRows): Record<string, string> => {
  const errors: Record<string, string> = {};
  for (const [key, { fromDay, doses }] of Object.entries(rows)) {
    if (fromDay !== null && doses === null) errors[`doses.${key}.doses`] = '接種回数を入力してください。';
    if (fromDay === null && doses !== null) errors[`doses.${key}.fromDay`] = 'いつから有効かを入力してください。';
  }
  return errors;
};

const repeated = (rows: DoseRows): Record<string, string> => {
  const seen = new Set<Day>();
  const errors: Record<string, string> = {};
  for (const [key, { fromDay }] of Object.entries(rows)) {
    if (fromDay === null) continue;
    if (seen.has(fromDay)) errors[`doses.${key}.fromDay`] = '同じ日がほかの行にもあります。';
    seen.add(fromDay);
  }
  return errors;
};

/** The entries of the table 「1バイアルあたりの接種回数」 in order of their days; blank rows do not count. */
export const dosesIn = (rows: DoseRows): DosesPerVial[] =>
  Object.values(rows)
    .flatMap(({ fromDay, doses }) => (fromDay === null || doses === null ? [] : [{ fromDay, doses }]))
    .sort((a, b) => (a.fromDay < b.fromDay ? -1 : 1));

/** What is wrong with a vaccine beyond the single fields. */
export const vaccineFaults = ({ announcedFrom, usableFrom, doses }: Input): FieldErrors => ({
  ...(usableFrom < announcedFrom && { usableFrom: '使用開始日は公表日以降の日付を入力してください。' }),
  ...halfEmpty(doses),
  ...repeated(doses),
  ...(Object.values(doses).every((row) => row.fromDay === null && row.doses === null) && {
    'doses.1.fromDay': '1バイアルあたりの接種回数を1行以上入力してください。',
  }),
});

/** How many blank rows stand below the entries. */
const spareRows = 2;

/** Keys of the rows shown for so many entries. */
export const doseRowKeys = (entries: number): string[] =>
  Array.from({ length: entries + spareRows }, (_, i) => String(i + 1));

/** The texts with which the form opens. */
export const vaccineTexts = (vaccine: Vaccine, doses: readonly DosesPerVial[]): RawInput => ({
  name: vaccine.name,
  shortName: vaccine.shortName,
  makerId: String(vaccine.makerId),
  storage: vaccine.storage,
  asksStorage: vaccine.asksStorage ? '1' : '',
  unitName: vaccine.unitName,
  vialsPerUnit: String(vaccine.vialsPerUnit),
  dilution: vaccine.dilution ? '1' : '',
  intervalDays: vaccine.intervalDays === null ? '' : String(vaccine.intervalDays),
  route: vaccine.route,
  announcedFrom: vaccine.announcedFrom,
  usableFrom: vaccine.usableFrom,
  ...Object.fromEntries(
    doses.flatMap(({ fromDay, doses: count }, i) => [
      [`doses.${i + 1}.fromDay`, fromDay],
      [`doses.${i + 1}.doses`, String(count)],
    ]),
  ),
});
