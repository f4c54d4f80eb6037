import { type Boxes, boxes, type Doses, sumKnown, type Vials } from '../../kernel/quantities.ts';
import { dosesOf, type Pack, type Supplies, suppliesFor, vialsOf } from '../vaccines/index.ts';

/** 保管管理 (M2.4-3-2). */
export const storageChoices = [
  { value: 'freezer', label: '冷凍庫' },
  { value: 'dry_ice', label: 'ドライアイス' },
] as const;
export type StorageChoice = (typeof storageChoices)[number]['value'];
export const storageLabel = (storage: StorageChoice | null): string | null =>
  storageChoices.find(({ value }) => value === storage)?.label ?? null;

/** What a venue may choose: without a −75 ℃ freezer only dry ice; nothing where the vaccine does not ask. */
export const storagesFor = (asksStorage: boolean, freezers75: number | null): readonly StorageChoice[] =>
  !asksStorage ? [] : (freezers75 ?? 0) === 0 ? ['dry_ice'] : ['freezer', 'dry_ice'];

/** The 納入希望量 of one venue for one クール. */
export type Demand = {
  readonly id: number;
  readonly cycleId: number;
  readonly venueId: number;
  readonly requested: Boxes;
  /** What the municipality made of it; null: as requested. */
  readonly corrected: Boxes | null;
  readonly correctionReason: string | null;
  readonly storage: StorageChoice | null;
  readonly registeredAt: Date;
  /** The office that typed it for the venue; null: the venue itself. */
  readonly proxyName: string | null;
  readonly version: number;
};

/** One 基本型 venue of a municipality and what it asks for; not entered is null, never 0. */
export type VenueDemand = {
  readonly venueId: number;
  readonly code: string;
  readonly name: string;
  readonly requested: Boxes | null;
  /** corrected ?? requested */
  readonly effective: Boxes | null;
  readonly corrected: Boxes | null;
  readonly correctionReason: string | null;
  readonly storage: StorageChoice | null;
  /** ディープフリーザー（-75℃）（台）; null: not entered. */
  readonly freezers75: number | null;
  readonly registeredAt: Date | null;
};

/** The demand of an area (municipality or prefecture) summed up. */
export type AreaDemand = {
  readonly code: string;
  readonly name: string;
  /** Of the effective amounts; null while nobody entered one. */
  readonly sum: Boxes | null;
  /** As the venues registered it. */
  readonly requestedSum: Boxes | null;
  readonly venuesEntered: number;
  readonly venuesMissing: number;
  /** What the municipalities confirmed; null while none did. */
  readonly confirmedBoxes: Boxes | null;
  /** Municipalities with a 基本型 venue, and how many of them confirmed. */
  readonly municipalities: number;
  readonly municipalitiesConfirmed: number;
};

/** What an amount comes to at the doses per vial of the クール. */
export type Amount = { readonly boxes: Boxes; readonly vials: Vials; readonly doses: Doses } & Supplies;

/** Vials, doses, needles and syringes of a number of 最小包装単位; null stays null. */
export const amountOf = (units: Boxes | null, pack: Pack, dosesPerVial: number): Amount | null => {
  if (units === null) return null;
  const vials = vialsOf(units, pack);
  return { boxes: units, vials, doses: dosesOf(vials, dosesPerVial), ...suppliesFor(vials, dosesPerVial, pack) };
};

export type DemandTotals = Pick<AreaDemand, 'sum' | 'requestedSum' | 'venuesEntered' | 'venuesMissing'>;

/** Sums up the venues of a municipality. */
export const totalOfVenues = (venues: readonly VenueDemand[]): DemandTotals => {
  const entered = venues.filter(({ requested }) => requested !== null).length;
  return {
    sum: sumKnown(venues.map(({ effective }) => effective)),
    requestedSum: sumKnown(venues.map(({ requested }) => requested)),
    venuesEntered: entered,
    venuesMissing: venues.length - entered,
  };
};

/** Sums up areas. */
export const totalOfAreas = (areas: readonly AreaDemand[]): Omit<AreaDemand, 'code' | 'name'> => {
  const add = (of: (area: AreaDemand) => number): number => areas.reduce((sum, area) => sum + of(area), 0);
  return {
    sum: sumKnown(areas.map(({ sum }) => sum)),
    requestedSum: sumKnown(areas.map(({ requestedSum }) => requestedSum)),
    venuesEntered: add(({ venuesEntered }) => venuesEntered),
    venuesMissing: add(({ venuesMissing }) => venuesMissing),
    confirmedBoxes: sumKnown(areas.map(({ confirmedBoxes }) => confirmedBoxes)),
    municipalities: add(({ municipalities }) => municipalities),
    municipalitiesConfirmed: add(({ municipalitiesConfirmed }) => municipalitiesConfirmed),
  };
};

/** A municipality's demand as it was confirmed (S4). */
export type Confirmation = {
  readonly boxes: Boxes;
  readonly venuesEntered: number;
  readonly venuesMissing: number;
  readonly confirmedAt: Date;
  readonly confirmedBy: string;
  readonly version: number;
};

/** Did anything change since the demand was confirmed, so that it must be confirmed again? */
export const isOutdated = (confirmation: Confirmation, now: DemandTotals, changedAt: Date | null): boolean =>
  confirmation.boxes !== (now.sum ?? boxes(0)) ||
  confirmation.venuesEntered !== now.venuesEntered ||
  (changedAt !== null && changedAt > confirmation.confirmedAt);

/** One line of a demand's history: who made it what, and why. */
export type DemandChange = {
  readonly at: Date;
  readonly orgName: string;
  readonly requested: Boxes;
  readonly corrected: Boxes | null;
  readonly storage: StorageChoice | null;
  readonly reason: string;
};

/** Largest 納入希望量 that can be typed: far above any venue's, far below what the sums can hold. */
export const maxRequest = 99_999;

/** What is wrong with a choice of 保管管理, in words for the field; null when nothing is. */
export const storageFault = (storage: StorageChoice | null, allowed: readonly StorageChoice[]): string | null => {
  if (allowed.length === 0) return null;
  if (storage === null) return '保管管理を選択してください。';
  if (allowed.includes(storage)) return null;
  return '「ディープフリーザー（-75℃）（台）」が0台または未入力のため、「ドライアイス」を選択してください。';
};
