import '../venues/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { formatPostalCode, municipalityByCode, prefectureByCode } from '../areas/index.ts';
import type { Delivery } from './distribution.ts';

/** Where the deliveries of these venues go: 納入先 as entered, else the venue itself. */
export const loadDeliveryPlaces = async (
  tx: Tx,
  venueIds: readonly number[],
): Promise<ReadonlyMap<number, Delivery>> => {
  if (venueIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('venues as v')
    .innerJoin('venue_directory as p', 'p.venue_id', 'v.venue_id')
    .select([
      'v.venue_id',
      'v.delivery_same_address as same',
      'v.delivery_name',
      'v.delivery_postal_code',
      'v.delivery_address',
      'p.name',
      'p.postal_code',
      'p.prefecture_code',
      'p.municipality_code',
      'p.town',
      'p.street',
    ])
    .where('v.venue_id', 'in', [...new Set(venueIds)])
    .execute();
  return new Map(rows.map((row) => [row.venue_id, placeOf(row)]));
};

type PlaceRow = {
  readonly same: boolean;
  readonly delivery_name: string;
  readonly delivery_postal_code: string | null;
  readonly delivery_address: string;
  readonly name: string;
  readonly postal_code: string;
  readonly prefecture_code: string;
  readonly municipality_code: string;
  readonly town: string;
  readonly street: string;
};

const withPostalCode = (code: string | null, address: string): string =>
  code?.trim() ? `〒${formatPostalCode(code)} ${address}` : address;

const placeOf = (row: PlaceRow): Delivery => {
  const name = row.delivery_name || row.name;
  if (!row.same && row.delivery_address)
    return { name, address: withPostalCode(row.delivery_postal_code, row.delivery_address) };
  const area = `${prefectureByCode(row.prefecture_code)?.name ?? ''}${municipalityByCode(row.municipality_code)?.name ?? ''}`;
  return { name, address: withPostalCode(row.postal_code, `${area}${row.town}${row.street}`) };
};
