import type { RawInput } from '../../kernel/form.ts';
import { formatPostalCode } from '../areas/index.ts';
import type { Vaccine } from '../vaccines/index.ts';
import type { SectionKey } from './venue-field.ts';
import { dutiesOfLarge } from './venue-field.ts';
import { fieldDeclared, type VenueFieldName, type VenueValues, venueFieldNames } from './venue-fields.ts';
import { roleNames } from './venues.ts';

/** 取扱ワクチン as chosen: one line a vaccine, in the order of their ids. */
export type HandledChoice = { readonly vaccineId: number; readonly role: 'basic' | 'satellite' };

/** A changed field, before and after, as stored and as shown. */
export type VenueChange = {
  readonly field: VenueFieldName | 'handled';
  readonly label: string;
  readonly from: unknown;
  readonly to: unknown;
  readonly fromText: string;
  readonly toText: string;
};

/** Words known only to the database: names of vaccines and vendors. */
export type Names = {
  readonly vaccine: (id: number) => string;
  readonly vendor: (id: number) => string;
};

/** A booking vendor to choose. */
export type Vendor = { readonly id: number; readonly name: string };

/** What a venue can choose from, and the names behind the ids. */
export type Choices = {
  readonly vaccines: readonly Vaccine[];
  readonly vendors: readonly Vendor[];
  readonly names: Names;
};

/** A venue with all that is declared about it, as it is edited. */
export type VenueRecord = {
  readonly id: number;
  readonly code: string;
  readonly prefectureCode: string;
  readonly municipalityCode: string;
  readonly smallFacility: boolean;
  readonly version: number;
  readonly values: VenueValues;
  readonly handled: readonly HandledChoice[];
};

const postalFields: readonly VenueFieldName[] = ['postalCode', 'deliveryPostalCode'];

/** A value as its input carries it. */
export const typedText = (name: VenueFieldName, values: VenueValues): string => {
  const value: unknown = values[name];
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return value ? '1' : '';
  if (name === 'kana') return `${values.name}（${String(value)}）`;
  if (postalFields.includes(name)) return formatPostalCode(String(value));
  return String(value);
};

/** The form as it stands before anybody types. */
export const venueTexts = (values: VenueValues, handled: readonly HandledChoice[]): RawInput => ({
  ...Object.fromEntries(venueFieldNames.map((name) => [name, typedText(name, values)])),
  ...Object.fromEntries(handled.map(({ vaccineId, role }) => [`handled.${vaccineId}.role`, role])),
});

/** A value as people read it; '' for not entered. */
export const shownText = (name: VenueFieldName, values: VenueValues, names: Names): string => {
  const value: unknown = values[name];
  if (typeof value === 'boolean') return value ? 'チェックあり' : 'チェックなし';
  if (name === 'vendorId') return value === null ? '' : names.vendor(Number(value));
  const { options } = fieldDeclared(name).meta;
  if (options) return options.find((option) => option.value === value)?.label ?? '';
  return typedText(name, values);
};

export const handledText = (handled: readonly HandledChoice[], names: Names): string =>
  handled.map(({ vaccineId, role }) => `${names.vaccine(vaccineId)} ${roleNames[role]}`).join('、');

const sameHandled = (a: readonly HandledChoice[], b: readonly HandledChoice[]): boolean =>
  JSON.stringify(a.map(({ vaccineId, role }) => [vaccineId, role])) ===
  JSON.stringify(b.map(({ vaccineId, role }) => [vaccineId, role]));

export type Both = { readonly values: VenueValues; readonly handled: readonly HandledChoice[] };

/** What differs, in the order of the page. */
export const changesBetween = (before: Both, after: Both, names: Names): VenueChange[] => {
  const fields = venueFieldNames
    .filter((field) => before.values[field] !== after.values[field])
    .map((field) => ({
      field,
      label: fieldDeclared(field).meta.label,
      from: before.values[field],
      to: after.values[field],
      fromText: shownText(field, before.values, names),
      toText: shownText(field, after.values, names),
    }));
  if (sameHandled(before.handled, after.handled)) return fields;
  return [
    ...fields,
    {
      field: 'handled' as const,
      label: '取扱ワクチン',
      from: before.handled,
      to: after.handled,
      fromText: handledText(before.handled, names),
      toText: handledText(after.handled, names),
    },
  ];
};

/** Must the municipality approve it first? */
export const needsApproval = ({ field }: Pick<VenueChange, 'field'>): boolean =>
  field === 'handled' || fieldDeclared(field).meta.approval === true;

/** The record with some changes applied. */
export const withChanges = (before: Both, changes: readonly { field: string; to: unknown }[]): Both => {
  const values: Record<string, unknown> = { ...before.values };
  let handled = before.handled;
  for (const { field, to } of changes)
    if (field === 'handled') handled = to as readonly HandledChoice[];
    else if (field in values) values[field] = to;
  return { values: values as VenueValues, handled };
};

/** Sections that this venue shows (M2.1-8-0). */
export const isShown = (section: SectionKey, smallFacility: boolean): boolean =>
  !(smallFacility && dutiesOfLarge.includes(section));
