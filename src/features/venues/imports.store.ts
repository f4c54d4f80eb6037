import { sql } from 'kysely';
import './venues.tables.ts';
import { foldForSearch } from '../../kernel/search-text.ts';
import type { Tx } from '../../platform/db/index.ts';
import { lookUpPostalCode } from '../areas/index.ts';
import { addressLine } from './address-line.ts';
import type { ImportedVenue, PlannedVenue, Registered } from './import-plan.ts';

/** One import at a time: two of the same file must not both create. */
export const lockImports = async (tx: Tx): Promise<void> => {
  await sql`select pg_advisory_xact_lock(7105022)`.execute(tx);
};

const chunk = 2_500;
const inChunks = async <T>(
  all: readonly T[],
  work: (part: readonly T[]) => Promise<void>,
  report?: (done: number) => void,
): Promise<void> => {
  for (let at = 0; at < all.length; at += chunk) {
    await work(all.slice(at, at + chunk));
    report?.(Math.min(at + chunk, all.length));
  }
};

/** What is registered under these codes. */
export const loadRegistered = async (tx: Tx, codes: readonly string[]): Promise<Map<string, Registered>> => {
  const found = new Map<string, Registered>();
  await inChunks(codes, async (part) => {
    const { rows } = await sql<Registered>`
      select d.venue_id as id, d.code, d.name, d.kana, trim(d.postal_code) as "postalCode",
        d.municipality_code as "municipalityCode", d.town || d.street as town, d.phone,
        v.representative_name as "representativeName", d.facility_class as "facilityClass",
        v.small_facility as "smallFacility",
        coalesce((select json_agg(json_build_object('vaccineId', h.vaccine_id, 'role', h.role) order by h.vaccine_id)
          from venue_vaccines h where h.venue_id = d.venue_id), '[]'::json) as handled,
        exists (select from users u where u.org_id = d.venue_id) as "hasUsers"
      from venue_directory d join venues v on v.venue_id = d.venue_id
      where d.code in (select json_array_elements_text(${JSON.stringify(part)}::json))`.execute(tx);
    for (const row of rows) found.set(row.code, { ...row, id: Number(row.id) });
  });
  return found;
};

const placeOf = ({ postalCode, municipalityCode, town }: ImportedVenue) => {
  const known = lookUpPostalCode(postalCode)
    .filter(
      ({ municipality, town: name }) => municipality.code === municipalityCode && name !== '' && town.startsWith(name),
    )
    .sort((a, b) => b.town.length - a.town.length)[0]?.town;
  return known === undefined ? { town, street: '' } : { town: known, street: town.slice(known.length) };
};

/** A venue as the statements below read it. */
const rowOf = (id: number, venue: ImportedVenue) => {
  const prefectureCode = venue.municipalityCode.slice(0, 2);
  const place = placeOf(venue);
  return {
    id,
    code: venue.code,
    name: venue.name,
    kana: venue.kana,
    postal: venue.postalCode,
    prefecture: prefectureCode,
    municipality: venue.municipalityCode,
    ...place,
    phone: venue.phone,
    class: venue.facilityClass,
    representative: venue.representativeName,
    small: venue.smallFacility,
    search: foldForSearch(
      [
        venue.name,
        venue.kana,
        addressLine({ prefectureCode, municipalityCode: venue.municipalityCode, ...place }),
        venue.postalCode,
        venue.code,
      ].join(' '),
    ),
  };
};

const columns = sql`r(id bigint, code text, name text, kana text, postal text, prefecture text, municipality text, town text,
  street text, phone text, class text, representative text, small boolean, search text)`;

const saveHandled = async (tx: Tx, rows: readonly { readonly id: number; readonly venue: ImportedVenue }[]) => {
  const lines = JSON.stringify(rows.flatMap(({ id, venue }) => venue.handled.map((one) => ({ id, ...one }))));
  const ids = JSON.stringify(rows.map(({ id }) => id));
  await sql`delete from venue_vaccines h where h.venue_id in (select json_array_elements_text(${ids}::json)::bigint)
    and not exists (select from json_to_recordset(${lines}::json) as r(id bigint, "vaccineId" bigint, role text)
      where r.id = h.venue_id and r."vaccineId" = h.vaccine_id)`.execute(tx);
  await sql`insert into venue_vaccines (venue_id, vaccine_id, role)
    select id, "vaccineId", role from json_to_recordset(${lines}::json) as r(id bigint, "vaccineId" bigint, role text)
    on conflict (venue_id, vaccine_id) do update set role = excluded.role,
      basic_venue_id = case excluded.role when 'basic' then null else venue_vaccines.basic_venue_id end`.execute(tx);
};

/** Registers new venues; gives the id of each code. */
export const insertVenues = async (
  tx: Tx,
  planned: readonly PlannedVenue[],
  at: Date,
  report?: (done: number) => void,
): Promise<Map<string, number>> => {
  const idOf = new Map<string, number>();
  await inChunks(
    planned,
    async (part) => {
      const { rows: ids } = await sql<{
        id: number;
      }>`select nextval(pg_get_serial_sequence('organisations', 'id')) as id
      from generate_series(1, ${part.length}::int)`.execute(tx);
      const made = part.map(({ venue }, i) => ({ id: Number(ids[i]?.id), venue }));
      for (const { id, venue } of made) idOf.set(venue.code, id);
      const json = JSON.stringify(made.map(({ id, venue }) => rowOf(id, venue)));
      await sql`insert into organisations (id, kind, name, prefecture_code, municipality_code, phone, created_at)
      overriding system value
      select id, 'venue', name, prefecture, municipality, phone, ${at}::timestamptz from json_to_recordset(${json}::json) as ${columns}`.execute(
        tx,
      );
      await sql`insert into venue_directory (venue_id, code, name, kana, postal_code, prefecture_code, municipality_code, town, street,
        phone, facility_class, search_text)
      select id, code, name, kana, postal, prefecture, municipality, town, street, phone, class, search
      from json_to_recordset(${json}::json) as ${columns}`.execute(tx);
      await sql`insert into venues (venue_id, prefecture_code, municipality_code, representative_name, small_facility)
      select id, prefecture, municipality, representative, small from json_to_recordset(${json}::json) as ${columns}`.execute(
        tx,
      );
      await saveHandled(tx, made);
    },
    report,
  );
  return idOf;
};

/** Brings registered venues to what the export says. */
export const updateVenues = async (
  tx: Tx,
  planned: readonly PlannedVenue[],
  report?: (done: number) => void,
): Promise<void> => {
  await inChunks(
    planned,
    async (part) => {
      const changed = part.flatMap(({ venue, former }) => (former ? [{ id: former.id, venue }] : []));
      const json = JSON.stringify(changed.map(({ id, venue }) => rowOf(id, venue)));
      await sql`update venue_directory d set name = r.name, kana = r.kana, postal_code = r.postal, town = r.town, street = r.street,
        phone = r.phone, facility_class = r.class, search_text = r.search, version = d.version + 1
      from json_to_recordset(${json}::json) as ${columns} where d.venue_id = r.id`.execute(tx);
      await sql`update venues v set representative_name = r.representative, small_facility = r.small, version = v.version + 1
      from json_to_recordset(${json}::json) as ${columns} where v.venue_id = r.id`.execute(tx);
      await sql`update organisations o set name = r.name, phone = r.phone, version = o.version + 1
      from json_to_recordset(${json}::json) as ${columns} where o.id = r.id`.execute(tx);
      await saveHandled(tx, changed);
    },
    report,
  );
};

/** Which of these venues have a 申請 that waits. */
export const loadWaiting = async (tx: Tx, venueIds: readonly number[]): Promise<number[]> => {
  const { rows } = await sql<{ id: number }>`select org_id as id from applications where state = 'open'
    and org_id in (select json_array_elements_text(${JSON.stringify(venueIds)}::json)::bigint)`.execute(tx);
  return rows.map(({ id }) => Number(id));
};
