import type { Boxes, Vials } from '../../kernel/quantities.ts';

/** The three hands through which vaccine goes down: 国 → 都道府県 → 市町村 → 医療機関・接種会場 (S5–S7). */
export const levels = ['national', 'prefectural', 'municipal'] as const;
export type Level = (typeof levels)[number];

export type SheetState = 'draft' | 'fixed' | 'superseded';

/** 基本計画枠 / 調整枠; the municipal sheet knows only the first. */
const frames = ['plan', 'adjustment'] as const;
export type Frame = (typeof frames)[number];

/** Who gives: the area is null above it. */
export type Giver = {
  readonly level: Level;
  readonly prefectureCode: string | null;
  readonly municipalityCode: string | null;
};

/** What one receiver gets in one frame; null: not entered. A municipal line has boxes or vials, never both. */
export type Line = {
  readonly receiver: string;
  readonly frame: Frame;
  readonly units: Boxes | null;
  readonly vials: Vials | null;
};

/** One revision of a giver's sheet of a クール. */
export type Sheet = {
  readonly id: number;
  readonly cycleId: number;
  readonly revision: number;
  readonly state: SheetState;
  /** Why the former revision was corrected; empty on the first. */
  readonly reason: string;
  readonly savedAt: Date;
  readonly savedBy: string;
  readonly fixedAt: Date | null;
  readonly fixedBy: string | null;
  /** Counts on over the revisions, so that a form opened on any former state is known as stale. */
  readonly version: number;
};
