import type { Selectable } from 'kysely';
import './venues.tables.ts';
import { foldForSearch } from '../../kernel/search-text.ts';
import type { Tables, Tx } from '../../platform/db/index.ts';
import { lookUpPostalCode } from '../areas/index.ts';
import { addressLine } from './address-line.ts';
import { type Duty, duties } from './venue-field.ts';
import { fieldDeclared, type VenueFieldName, type VenueValues, venueFieldNames } from './venue-fields.ts';
import type { HandledChoice, VenueRecord } from './venue-values.ts';

type Row = Readonly<Record<string, unknown>>;

/** What differs between column and field. */
const fromColumn = (name: VenueFieldName, value: unknown, directory: Row): unknown => {
  if (name === 'bookingDelegated') return value ? 'yes' : 'no';
  if (name === 'town') return `${String(directory.town)}${String(directory.street)}`;
  if (name === 'postalCode' || name === 'deliveryPostalCode') return String(value ?? '').trim();
  return value;
};

const toColumn = (name: VenueFieldName, value: unknown): unknown => {
  if (name === 'bookingDelegated') return value === 'yes';
  if (name === 'deliveryPostalCode') return value === '' ? null : value;
  return value;
};

type Kept = {
  readonly directory: Selectable<Tables['venue_directory']>;
  readonly venue: Selectable<Tables['venues']>;
  readonly contacts: readonly Selectable<Tables['venue_contacts']>[];
  readonly handled: readonly HandledChoice[];
};

const toRecord = ({ directory, venue, contacts, handled }: Kept): VenueRecord => {
  const rowOf = (name: VenueFieldName): Row | undefined => {
    const { stored } = fieldDeclared(name);
    if (stored.table === 'contact') return contacts.find(({ duty }) => duty === stored.duty);
    return stored.table === 'directory' ? directory : venue;
  };
  const values = Object.fromEntries(
    venueFieldNames.map((name) => {
      const value = rowOf(name)?.[fieldDeclared(name).stored.column];
      const blank = fieldDeclared(name).stored.table === 'contact' ? '' : value;
      return [name, fromColumn(name, value ?? blank, directory)];
    }),
  ) as unknown as VenueValues;
  return {
    id: directory.venue_id,
    code: directory.code,
    prefectureCode: directory.prefecture_code,
    municipalityCode: directory.municipality_code,
    smallFacility: venue.small_facility,
    version: venue.version,
    values,
    handled,
  };
};

const grouped = <T extends { readonly venue_id: number }>(rows: readonly T[]): ReadonlyMap<number, T[]> => {
  const of = new Map<number, T[]>();
  for (const row of rows) of.set(row.venue_id, (of.get(row.venue_id) ?? []).concat(row));
  return of;
};

/** Venues for editing, in the order of the ids; what does not exist is left out. Who may is decided by the caller. */
export const loadRecords = async (tx: Tx, venueIds: readonly number[]): Promise<VenueRecord[]> => {
  if (venueIds.length === 0) return [];
  const ids = [...venueIds];
  const directories = grouped(
    await tx.selectFrom('venue_directory').selectAll().where('venue_id', 'in', ids).execute(),
  );
  const venues = grouped(await tx.selectFrom('venues').selectAll().where('venue_id', 'in', ids).execute());
  const contacts = grouped(await tx.selectFrom('venue_contacts').selectAll().where('venue_id', 'in', ids).execute());
  const handled = grouped(
    await tx
      .selectFrom('venue_vaccines')
      .select(['venue_id', 'vaccine_id as vaccineId', 'role'])
      .where('venue_id', 'in', ids)
      .orderBy('vaccine_id')
      .execute(),
  );
  return venueIds.flatMap((id) => {
    const directory = directories.get(id)?.[0];
    const venue = venues.get(id)?.[0];
    if (!directory || !venue) return [];
    const choices = (handled.get(id) ?? []).map(({ vaccineId, role }) => ({ vaccineId, role }));
    return [toRecord({ directory, venue, contacts: contacts.get(id) ?? [], handled: choices })];
  });
};

/** The venues of these codes; unknown ones are left out. */
export const loadRecordsByCode = async (tx: Tx, codes: readonly string[]): Promise<VenueRecord[]> => {
  const found: VenueRecord[] = [];
  for (let at = 0; at < codes.length; at += 500) {
    const part = await tx
      .selectFrom('venue_directory')
      .select('venue_id as id')
      .where('code', 'in', codes.slice(at, at + 500))
      .execute();
    found.push(
      ...(await loadRecords(
        tx,
        part.map(({ id }) => id),
      )),
    );
  }
  return found;
};

/** One venue for editing; null when there is none. */
export const loadRecord = async (tx: Tx, venueId: number): Promise<VenueRecord | null> =>
  (await loadRecords(tx, [venueId]))[0] ?? null;

/** 「芝公園1-2-3」 of a postal code → its postal town and the rest. */
const splitTown = (postalCode: string, municipalityCode: string, typed: string) => {
  const town = lookUpPostalCode(postalCode)
    .filter(({ municipality }) => municipality.code === municipalityCode)
    .map((found) => found.town)
    .filter((name) => name !== '' && typed.startsWith(name))
    .sort((a, b) => b.length - a.length)[0];
  return town === undefined ? { town: typed, street: '' } : { town, street: typed.slice(town.length) };
};

const searchText = (
  record: VenueRecord,
  { name, kana, postalCode }: VenueValues,
  place: { town: string; street: string },
) => foldForSearch([name, kana, addressLine({ ...record, ...place }), postalCode, record.code].join(' '));

const columnsIn = (table: 'directory' | 'venue', values: VenueValues, changed: readonly string[]): Row =>
  Object.fromEntries(
    venueFieldNames
      .filter((name) => changed.includes(name) && fieldDeclared(name).stored.table === table && name !== 'town')
      .map((name) => [fieldDeclared(name).stored.column, toColumn(name, values[name])]),
  );

const saveDirectory = async (tx: Tx, record: VenueRecord, values: VenueValues, changed: readonly string[]) => {
  const columns = columnsIn('directory', values, changed);
  const searched = ['name', 'kana', 'postalCode', 'town'].some((name) => changed.includes(name));
  if (Object.keys(columns).length === 0 && !searched) return;
  const place = splitTown(values.postalCode, record.municipalityCode, values.town);
  await tx
    .updateTable('venue_directory')
    .set({
      ...(columns as Partial<Pick<Tables['venue_directory'], 'name'>>),
      ...(searched && { ...place, search_text: searchText(record, values, place) }),
    })
    .set(({ eb }) => ({ version: eb('version', '+', 1) }))
    .where('venue_id', '=', record.id)
    .execute();
  if (changed.includes('name') || changed.includes('phone'))
    await tx
      .updateTable('organisations')
      .set({ name: values.name, phone: values.phone })
      .where('id', '=', record.id)
      .execute();
};

const saveContact = async (tx: Tx, record: VenueRecord, duty: Duty, values: VenueValues): Promise<void> => {
  const columns = Object.fromEntries(
    venueFieldNames
      .map((name) => ({ name, stored: fieldDeclared(name).stored }))
      .filter(({ stored }) => stored.table === 'contact' && stored.duty === duty)
      .map(({ name, stored }) => [stored.column, values[name]]),
  ) as { name: string };
  await tx
    .insertInto('venue_contacts')
    .values({
      venue_id: record.id,
      duty,
      prefecture_code: record.prefectureCode,
      municipality_code: record.municipalityCode,
      ...columns,
    })
    .onConflict((conflict) => conflict.columns(['venue_id', 'duty']).doUpdateSet(columns))
    .execute();
};

const saveHandled = async (tx: Tx, venueId: number, handled: readonly HandledChoice[]): Promise<void> => {
  await tx
    .deleteFrom('venue_vaccines')
    .where('venue_id', '=', venueId)
    .$if(handled.length > 0, (query) =>
      query.where(
        'vaccine_id',
        'not in',
        handled.map(({ vaccineId }) => vaccineId),
      ),
    )
    .execute();
  for (const { vaccineId, role } of handled)
    await tx
      .insertInto('venue_vaccines')
      .values({ venue_id: venueId, vaccine_id: vaccineId, role })
      // A satellite keeps the 基本型 that its municipality linked it to.
      .onConflict((conflict) =>
        conflict
          .columns(['venue_id', 'vaccine_id'])
          .doUpdateSet(role === 'basic' ? { role, basic_venue_id: null } : { role }),
      )
      .execute();
};

type After = { readonly values: VenueValues; readonly handled: readonly HandledChoice[] };

/** Saves the changed fields of a venue; false when somebody saved it since it was loaded. */
export const saveRecord = async (
  tx: Tx,
  record: VenueRecord,
  { values, handled }: After,
  changed: readonly string[],
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('venues')
    .set({ ...columnsIn('venue', values, changed), version: record.version + 1 })
    .where('venue_id', '=', record.id)
    .where('version', '=', record.version)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await saveDirectory(tx, record, values, changed);
  for (const duty of duties) {
    const touched = venueFieldNames.some((name) => {
      const { stored } = fieldDeclared(name);
      return changed.includes(name) && stored.table === 'contact' && stored.duty === duty;
    });
    if (touched) await saveContact(tx, record, duty, values);
  }
  if (changed.includes('handled')) await saveHandled(tx, record.id, handled);
  return true;
};
