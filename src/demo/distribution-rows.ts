import { addDays } from '../kernel/calendar.ts';
import type { SeedRow } from '../seed/index.ts';
import type { FixedSheet } from './allocation-rows.ts';
import type { Grant } from './allocations.ts';
import type { DemoCycle } from './cycles.ts';
import { storageOf, type UserOf } from './demand-rows.ts';
import { type LotPart, lotsOf } from './lots.ts';
import { dosesPerVialOn, type TableRows, type Vaccine } from './offices.ts';
import { randomOf } from './random.ts';
import { type Shipping, shippingOf } from './shipping.ts';
import type { PlacedVenue } from './venue-rows.ts';

export type DistributionContext = {
  readonly cycle: DemoCycle;
  readonly vaccine: Vaccine;
  readonly userOf: UserOf;
  readonly wholesalerOf: (municipalityCode: string) => number;
  readonly nextDistribution: () => number;
  readonly nextLot: () => number;
};

type Parcel = {
  readonly rows: readonly SeedRow[];
  readonly lots: readonly SeedRow[];
  readonly entries: readonly SeedRow[];
};

/** The rows of chapter 3: vaccine, needles, syringes; with lots, and the ledger where the venue confirmed the receipt. */
export const distributionRows = (context: DistributionContext, sheets: readonly FixedSheet[]): readonly TableRows[] => {
  const parcels = sheets.flatMap((sheet) =>
    sheet.grants.filter(({ boxes }) => boxes > 0).map((grant) => parcelOf(context, sheet, grant)),
  );
  return [
    ['distributions', parcels.flatMap(({ rows }) => rows)],
    ['delivery_lots', parcels.flatMap(({ lots }) => lots)],
    ['ledger_entries', parcels.flatMap(({ entries }) => entries)],
  ];
};

const PIECES_PER_BOX = 100;
const perBox = (pieces: number): number => Math.ceil(pieces / PIECES_PER_BOX);

/** Units of each item for so many boxes of a vaccine that is diluted (facts of 2021: 1 box at 6 doses → 14 / 12 / 2). */
const itemsOf = (boxes: number, { vialsPerUnit }: Vaccine, dosesPerVial: number) => {
  const vials = boxes * vialsPerUnit;
  const doses = vials * dosesPerVial;
  const supplies = (item: string, pieces: number) => ({
    item,
    units: perBox(pieces),
    pieces: perBox(pieces) * PIECES_PER_BOX,
    doses: null,
  });
  return [
    { item: 'vaccine', units: boxes, pieces: vials, doses },
    supplies('needle', doses + vials),
    supplies('syringe', doses),
    supplies('diluent_syringe', vials),
  ];
};

const parcelOf = (context: DistributionContext, sheet: FixedSheet, { venue, boxes }: Grant): Parcel => {
  const { cycle, vaccine, nextDistribution } = context;
  const shipping = shippingOf(cycle, venue);
  const dosesPerVial = dosesPerVialOn(vaccine, cycle.delivery[0]);
  const random = randomOf('lots', cycle.number, venue.code);
  const parts = shipping.shipDay === null ? [] : lotsOf(random, shipping.shipDay, boxes, vaccine.vialsPerUnit);
  const rows = itemsOf(boxes, vaccine, dosesPerVial).map((item) => ({
    id: nextDistribution(),
    cycle_id: cycle.number,
    sheet_id: sheet.id,
    ...venueFacts(venue),
    ...item,
    doses_per_vial: dosesPerVial,
    wholesaler_id: context.wholesalerOf(venue.municipality.code),
    fixed_at: sheet.fixedAt,
    ...(item.item === 'vaccine'
      ? vaccineFacts(context, venue, shipping, parts[0])
      : needleFacts(context, venue, shipping)),
    version: 1,
  }));
  const lots = parts.map((part) => lotRow(context, venue, shipping, Number(rows[0]?.id), part));
  return {
    rows,
    lots,
    entries: shipping.delivered ? lots.map((lot) => receipt(context, venue, dosesPerVial, shipping, lot)) : [],
  };
};

const venueFacts = ({ id, municipality }: PlacedVenue) => ({
  venue_id: id,
  prefecture_code: municipality.prefectureCode,
  municipality_code: municipality.code,
});

const handedOver = (
  { userOf, wholesalerOf }: DistributionContext,
  venue: PlacedVenue,
  when: Shipping['delivered'],
): SeedRow => ({
  delivered_at: when?.at ?? null,
  delivered_by: when ? userOf(wholesalerOf(venue.municipality.code)) : null,
  received_at: when?.receivedAt ?? null,
  received_by: when ? userOf(venue.id) : null,
});

const vaccineFacts = (
  context: DistributionContext,
  venue: PlacedVenue,
  { shipDay, deliveryDay, delivered }: Shipping,
  first: LotPart | undefined,
): SeedRow => {
  const dryIce = storageOf(venue) === 'dry_ice' && deliveryDay !== null && shipDay !== null;
  return {
    storage: storageOf(venue),
    maker_id: context.vaccine.makerId,
    ship_day: shipDay,
    lot: first?.lot ?? null,
    expiry: first?.expiry ?? null,
    next_exchange_day: dryIce ? addDays(deliveryDay, 5) : null,
    after_next_exchange_day: dryIce ? addDays(deliveryDay, 10) : null,
    delivery_day: deliveryDay,
    ...handedOver(context, venue, delivered),
  };
};

const needleFacts = (
  context: DistributionContext,
  venue: PlacedVenue,
  { needleDay, needlesDelivered }: Shipping,
): SeedRow => ({
  storage: null,
  maker_id: null,
  ship_day: null,
  lot: null,
  expiry: null,
  next_exchange_day: null,
  after_next_exchange_day: null,
  delivery_day: needleDay,
  ...handedOver(context, venue, needlesDelivered),
});

/** One delivery in two hundred arrives with a broken vial. */
const lotRow = (
  { vaccine, nextLot, wholesalerOf, cycle }: DistributionContext,
  venue: PlacedVenue,
  { delivered }: Shipping,
  distribution: number,
  { lot, expiry, vials }: LotPart,
): SeedRow => ({
  id: nextLot(),
  distribution_id: distribution,
  ...venueFacts(venue),
  maker_id: vaccine.makerId,
  wholesaler_id: wholesalerOf(venue.municipality.code),
  lot,
  expiry,
  vials,
  received_vials: delivered ? vials - (randomOf('broken', cycle.number, venue.code, lot).chance(0.005) ? 1 : 0) : null,
});

const receipt = (
  { vaccine, userOf }: DistributionContext,
  venue: PlacedVenue,
  dosesPerVial: number,
  { delivered }: Shipping,
  lot: SeedRow,
): SeedRow => ({
  ...venueFacts(venue),
  vaccine_id: vaccine.id,
  kind: 'receipt',
  lot: lot.lot ?? null,
  expiry: lot.expiry ?? null,
  vials: lot.received_vials ?? 0,
  doses_per_vial: dosesPerVial,
  source: 'delivery_lot',
  source_id: lot.id ?? 0,
  at: delivered?.receivedAt ?? null,
  user_id: userOf(venue.id),
});
