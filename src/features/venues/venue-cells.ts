import { z } from 'zod';
import type { FieldMeta } from '../../kernel/form.ts';
import { municipalityByCode, prefectureByCode } from '../areas/index.ts';
import { fieldDeclared, type VenueFieldName, venueFieldNames } from './venue-fields.ts';
import { type Choices, type HandledChoice, isShown, shownText, type VenueRecord } from './venue-values.ts';
import { roleNames } from './venues.ts';

/** S19: the columns of a file of venues, one a declared field; a cell reads as the page shows the field. */
type OwnColumn = 'code' | 'place' | 'handled';
export type VenueColumn = OwnColumn | VenueFieldName;

/** What a cell says to empty a field: an empty cell leaves it as it is. */
export const emptied = '（なし）';
const yesNo = { true: 'はい', false: 'いいえ' } as const;

const noteOf = ({ kind, options, required, approval }: FieldMeta): string =>
  [
    options?.map(({ label }) => `「${label}」`).join('') ?? '',
    kind === 'check' ? '「はい」または「いいえ」' : '',
    required ? '必須' : '',
    approval ? '変更には市町村の承認が必要' : '',
  ]
    .filter(Boolean)
    .join('。');

export const handledColumnNote = '「ファイザー:基本型」の形。複数は「/」で区切る';

/** Heading and note of every column, in the order of the page. */
export const venueColumns: readonly {
  readonly key: VenueColumn;
  readonly label: string;
  readonly note: string;
  readonly lines?: boolean;
}[] = [
  { key: 'code', label: '保険医療機関コード', note: '10桁。この番号で照合する' },
  { key: 'place', label: '市町村', note: '確認用（読み取りません）' },
  ...venueFieldNames.map((key) => {
    const { meta } = fieldDeclared(key);
    return { key, label: meta.label, note: noteOf(meta) || '—', lines: meta.kind === 'textarea' };
  }),
  { key: 'handled', label: '取扱ワクチン', note: `${handledColumnNote}。変更には市町村の承認が必要` },
];

type Cells = Readonly<Record<VenueColumn, string | number | null>>;

const fieldCell = (name: VenueFieldName, { values, smallFacility }: VenueRecord, { names }: Choices) => {
  const value: unknown = values[name];
  if (!isShown(fieldDeclared(name).section, smallFacility)) return '';
  if (typeof value === 'boolean') return yesNo[`${value}`];
  return typeof value === 'number' && name !== 'vendorId' ? value : shownText(name, values, names);
};

/** A venue as a row of the file. */
export const venueCells = (venue: VenueRecord, choices: Choices): Cells =>
  ({
    ...Object.fromEntries(venueFieldNames.map((name) => [name, fieldCell(name, venue, choices)])),
    code: venue.code,
    place: `${prefectureByCode(venue.prefectureCode)?.name ?? ''}${municipalityByCode(venue.municipalityCode)?.name ?? ''}`,
    handled: venue.handled
      .map(({ vaccineId, role }) => `${choices.names.vaccine(vaccineId)}:${roleNames[role]}`)
      .join('/'),
  }) as Cells;

const fold = (text: string): string => text.normalize('NFKC').trim();

/** What an input of the form would carry for a cell; undefined when it names nothing that can be chosen. */
const typedOf = (name: VenueFieldName, cell: string, { vendors }: Choices): string | undefined => {
  const { kind, options } = fieldDeclared(name).meta;
  if (cell === emptied) return '';
  const picked = (all: readonly { readonly value: string; readonly label: string }[]) =>
    all.find(({ label }) => fold(label) === fold(cell))?.value;
  if (name === 'vendorId') return picked(vendors.map(({ id, name }) => ({ value: String(id), label: name })));
  if (options) return picked(options);
  if (kind === 'check')
    return picked([
      { value: '1', label: yesNo.true },
      { value: '', label: yesNo.false },
    ]);
  return cell;
};

/** The schema of a cell: the field's own, after what people write was put as its input carries it. */
export const cellSchema = (name: VenueFieldName, choices: Choices): z.ZodType<unknown> => {
  const { schema, meta } = fieldDeclared(name);
  const words = meta.kind === 'check' ? ['はい', 'いいえ'] : meta.options?.map(({ label }) => label);
  const message = words
    ? `{label}は${words.map((word) => `「${word}」`).join('')}のどれかを入力してください。`
    : 'この名称の予約受付業者は見つかりません。';
  return z
    .string()
    .transform((cell, context) => {
      const typed = typedOf(name, cell, choices);
      if (typed !== undefined) return typed;
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    })
    .pipe(schema as z.ZodType<unknown, string>);
};

/** 「ファイザー:基本型/モデルナ:サテライト型」 → 取扱ワクチン by id; null when it names nothing known, or one twice. */
export const handledOf = (cell: string, vaccines: ReadonlyMap<string, number>): HandledChoice[] | null => {
  if (cell === '') return [];
  const roles = Object.entries(roleNames);
  const found = fold(cell)
    .split('/')
    .map((part) => part.split(':').map((text) => text.trim()))
    .map(([vaccine = '', role = '']) => ({
      vaccineId: vaccines.get(vaccine) ?? 0,
      role: roles.find(([, name]) => name === role)?.[0],
    }));
  if (!found.every((one): one is HandledChoice => one.vaccineId > 0 && one.role !== undefined)) return null;
  if (new Set(found.map(({ vaccineId }) => vaccineId)).size !== found.length) return null;
  return found.sort((a, b) => a.vaccineId - b.vaccineId);
};

/** Vaccine ids by the names people write. */
export const vaccineNames = (
  vaccines: readonly { readonly id: number; readonly name: string; readonly shortName: string }[],
): ReadonlyMap<string, number> =>
  new Map(vaccines.flatMap(({ id, name, shortName }) => [[fold(name), id] as const, [fold(shortName), id] as const]));
