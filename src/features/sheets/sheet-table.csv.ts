import type { z } from 'zod';
import type { Ctx } from '../../platform/context.ts';
import type { SheetColumn, SheetRow } from '../../platform/csv/index.ts';
import type { Crumb, Permission } from '../../platform/http/index.ts';
import type { PlannedRow, SheetPlan } from './sheet-plan.ts';

/** A column of a file: its heading, what goes in, and whether it is to be filled in or only says which row it is. */
export type FileColumn<K extends string> = SheetColumn<K> & { readonly note: string };

/** What the pages of one table say. */
export type SheetHead<K extends string> = {
  /** 「納入予定日」: the pages are 「納入予定日のファイル登録」, 「…の確認」, 「…の完了」. */
  readonly name: string;
  /** Which of its kind: 「コミナティ 第5クール」. */
  readonly about?: string;
  readonly crumbs: readonly Crumb[];
  readonly lead: string;
  readonly columns: readonly FileColumn<K>[];
  readonly maxRows: number;
};

/** The words of the pages where they are not the usual ones. */
export type SheetWords = {
  readonly title?: string;
  readonly fileLabel?: string;
  readonly submit?: string;
  readonly previewTitle?: string;
  readonly question?: string;
  readonly doneTitle?: string;
};

/** So many rows of a file are saved. */
export type Report = (done: number) => void;

export type SheetCell = string | number | null;

/**
 * A table that people fill from a file (S19). The columns are declared once and make the template, the check, the
 * preview and the download. P: the address (its クール), K: the columns, D: what a checked row carries to `save`.
 */
export type SheetTable<P, K extends string, D> = {
  /** Name of the table in audit lines, `noun`. */
  readonly sheet: string;
  /** Path of the page where the file is chosen. */
  readonly path: string;
  readonly permission: Permission;
  readonly params: z.ZodType<P>;
  readonly words?: SheetWords;
  /** Throws notFound for what the actor may not see. */
  readonly head: (ctx: Ctx, params: P) => Promise<SheetHead<K>>;
  /** What stands there now, as it can be sent back: the download, which is the template too; none: headings only. */
  readonly current?: (ctx: Ctx, params: P) => Promise<readonly Readonly<Record<K, SheetCell>>[]>;
  /** How many rows that would be, where making them only to count them is too much; null: too many, headings only. */
  readonly count?: (ctx: Ctx, params: P) => Promise<number | null>;
  /** The same checks as on screen. Reads only. */
  readonly plan: (ctx: Ctx, params: P, rows: readonly SheetRow<K>[]) => Promise<SheetPlan<D>>;
  /** All rows of a plan without faults, in the request's transaction; locks are taken by `lock` before the plan is made. */
  readonly save: (ctx: Ctx, params: P, rows: readonly PlannedRow<D>[], report?: Report) => Promise<void>;
  /** Files of more rows than this are taken over by a job, and a page shows how far it is. Its `save` reports; no params. */
  readonly jobAbove?: number;
  readonly lock?: (ctx: Ctx, params: P) => Promise<void>;
  /** One more thing that a file does, besides rows: people that are invited. */
  readonly also?: {
    readonly label: string;
    readonly unit: string;
    readonly count: (rows: readonly PlannedRow<D>[]) => number;
    readonly warning: string;
    readonly of: (row: PlannedRow<D>) => string | null;
  };
};
