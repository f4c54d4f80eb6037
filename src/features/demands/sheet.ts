import type { Cycle, RegistrationPhase } from '../cycles/index.ts';
import type { Vaccine } from '../vaccines/index.ts';
import type { AreaDemand, Confirmation, DemandTotals, VenueDemand } from './demands.ts';

/** What every level's 「納入希望量の確認」 shows. */
export type SheetBase = {
  readonly cycle: Cycle;
  readonly cycles: readonly Cycle[];
  readonly vaccine: Vaccine;
  readonly phase: RegistrationPhase;
  /** The reader's own area: the top of the way down. */
  readonly own: string;
};
type Named = { readonly code: string; readonly name: string };

export type VenueSheet = SheetBase & {
  readonly level: 'municipality';
  readonly area: Named;
  readonly prefectureCode: string;
  readonly venues: readonly VenueDemand[];
  readonly totals: DemandTotals;
  readonly confirmation: Confirmation | null;
  /** Something changed after the confirmation. */
  readonly outdated: boolean;
  readonly mayCorrect: boolean;
  /** May enter for a venue that entered nothing. */
  readonly mayEnter: boolean;
  /** The venue whose amount was saved just now. */
  readonly saved: VenueDemand | null;
};

export type AreaSheet = SheetBase & {
  readonly level: 'prefecture' | 'country';
  readonly area: Named;
  readonly areas: readonly AreaDemand[];
  readonly totals: Omit<AreaDemand, 'code' | 'name'>;
};

export type Sheet = VenueSheet | AreaSheet;

/** Address of a sheet. */
export const sheetHref = (cycleId: number, area?: string): string =>
  `/demands?cycle=${cycleId}${area === undefined ? '' : `&area=${area}`}`;

/** 「登録期間 4/26〜4/30 あと4日」 and the like are said in one sentence each: what to do now on this sheet. */
export const shareText = (entered: number, missing: number): string =>
  `登録済 ${entered.toLocaleString('ja-JP')} / ${(entered + missing).toLocaleString('ja-JP')} 施設`;
