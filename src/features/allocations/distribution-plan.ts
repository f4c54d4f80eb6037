import { type Boxes, type Vials, vials } from '../../kernel/quantities.ts';
import { dosesOf, suppliesFor } from '../vaccines/index.ts';
import type { Item } from './distribution.ts';

/** An item as it has to stand: 【最小包装単位】, バイアル数・本数, 接種回数. */
export type WantedItem = {
  readonly item: Item;
  readonly units: Boxes | null;
  readonly pieces: number;
  readonly doses: number | null;
  readonly dosesPerVial: number;
};

/** An item as it stands, with how far it has gone. */
export type StandingItem = WantedItem & {
  readonly id: number;
  readonly venueId: number;
  readonly shipped: boolean;
  readonly delivered: boolean;
};

type Pack = { readonly vialsPerUnit: number; readonly dilution: boolean };
/** What the sheet gives a venue. */
export type Given = { readonly venueId: number; readonly units: Boxes | null; readonly vials: Vials };

const piecesPerBox = 100;

/** The items that go with an amount; no row for an item of which nothing is needed. */
export const itemsFor = ({ units, vials: count }: Given, pack: Pack, dosesPerVial: number): WantedItem[] => {
  if (count === 0) return [];
  const { needles, syringes, diluentSyringes } = suppliesFor(count, dosesPerVial, pack);
  const supply = (item: Item, packs: Boxes): WantedItem[] =>
    packs > 0 ? [{ item, units: packs, pieces: packs * piecesPerBox, doses: null, dosesPerVial }] : [];
  return [
    { item: 'vaccine', units, pieces: count, doses: dosesOf(vials(count), dosesPerVial), dosesPerVial },
    ...supply('needle', needles),
    ...supply('syringe', syringes),
    ...supply('diluent_syringe', diluentSyringes),
  ];
};

export type DistributionPlan = {
  readonly create: readonly (WantedItem & { readonly venueId: number })[];
  readonly change: readonly (WantedItem & { readonly id: number })[];
  readonly cancel: readonly number[];
  /** Venues whose amount cannot change any more, with the reason. */
  readonly refused: ReadonlyMap<number, string>;
};

/**
 * What has to happen to the rows so that they say what the sheet says. What was shipped is not taken back, and what was
 * delivered is not changed at all. Doses per vial stay as they were frozen on a row.
 */
export const planDistributions = (
  given: readonly Given[],
  standing: readonly StandingItem[],
  pack: Pack,
  dosesPerVial: number,
): DistributionPlan => {
  const create: (WantedItem & { venueId: number })[] = [];
  const change: (WantedItem & { id: number })[] = [];
  const cancel: number[] = [];
  const refused = new Map<number, string>();
  const amounts = new Map(given.map((one) => [one.venueId, one]));
  const venueIds = new Set([...amounts.keys(), ...standing.map(({ venueId }) => venueId)]);
  for (const venueId of venueIds) {
    const stands = standing.filter((row) => row.venueId === venueId);
    const frozen = stands[0]?.dosesPerVial ?? dosesPerVial;
    const amount = amounts.get(venueId);
    const wants = amount ? itemsFor(amount, pack, frozen) : [];
    for (const want of wants) {
      const row = stands.find(({ item }) => item === want.item);
      if (!row) create.push({ ...want, venueId });
      else if (!isSame(row, want)) {
        const reason = refusal(row, want.pieces);
        if (reason) refused.set(venueId, reason);
        else change.push({ ...want, id: row.id });
      }
    }
    for (const row of stands.filter(({ item }) => !wants.some((want) => want.item === item))) {
      const reason = refusal(row, 0);
      if (reason) refused.set(venueId, reason);
      else cancel.push(row.id);
    }
  }
  return { create, change, cancel, refused };
};

const isSame = (row: WantedItem, want: WantedItem): boolean =>
  row.units === want.units && row.pieces === want.pieces && row.doses === want.doses;

const refusal = ({ shipped, delivered, pieces }: StandingItem, wanted: number): string | null => {
  if (delivered) return 'すでに納入されているため、分配量を変更できません。';
  return shipped && wanted < pieces ? 'すでに出荷日が登録されているため、分配量を減らせません。' : null;
};
