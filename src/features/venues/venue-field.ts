import type { z } from 'zod';
import type { Field, FieldMeta } from '../../kernel/form.ts';

/** Sections of the venue's page in the manual's order. */
export const sections = {
  info: '情報',
  reception: '医療機関情報（受付システム）',
  handled: '取扱ワクチン',
  doctor: 'ワクチン接種の責任者等（医師）',
  vaccine: 'ワクチン保管管理の責任者等',
  needles: '針・シリンジの保管管理の責任者等',
  dry_ice: 'ドライアイス保管管理の責任者等',
  holidays: '保管等に関する土日祝日の連絡担当者',
  navi: 'コロナワクチンナビでの公開情報',
} as const;
export type SectionKey = keyof typeof sections;

export const duties = ['doctor', 'vaccine', 'needles', 'dry_ice', 'holidays'] as const;
export type Duty = (typeof duties)[number];

/** Not shown for small facilities (M2.1-8-0). */
export const dutiesOfLarge: readonly SectionKey[] = ['vaccine', 'needles', 'dry_ice'];

/** Where a value is kept. */
export type Stored =
  | { readonly table: 'directory' | 'venue'; readonly column: string }
  | {
      readonly table: 'contact';
      readonly duty: Duty;
      readonly column: 'affiliation' | 'name' | 'kana' | 'phone' | 'email';
    };

/** A field of the venue: how it is typed and shown (meta), where it stands, where it is kept, who else sees it. */
export type VenueField<T = unknown> = Field<T> & {
  readonly section: SectionKey;
  readonly stored: Stored;
  /** The maker of a handled vaccine sees it too (M2.1-8-5). */
  readonly seenByMaker?: boolean;
  /** Only the contract reception system changes it: a lock. */
  readonly locked?: boolean;
};

type More = Pick<VenueField, 'section' | 'seenByMaker' | 'locked'>;

export const inDirectory =
  (more: More) =>
  <T>(column: string, schema: z.ZodType<T>, meta: FieldMeta): VenueField<T> => ({
    schema,
    meta,
    stored: { table: 'directory', column },
    ...more,
  });

export const inVenue =
  (more: More) =>
  <T>(column: string, schema: z.ZodType<T>, meta: FieldMeta): VenueField<T> => ({
    schema,
    meta,
    stored: { table: 'venue', column },
    ...more,
  });
