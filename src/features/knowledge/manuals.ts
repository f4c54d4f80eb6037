import { z } from 'zod';
import { type Actor, type Column, columns } from '../../kernel/policy.ts';
import type { Audience } from './articles.ts';

/**
 * The manuals that a release ships, one folder a role (a column of the permission table):
 * `manuals/<role>/manual.json` (this shape), `chapters.json`, `index.html`, `manual.pdf`, and its style sheet and
 * pictures as files of their own, since the Content-Security-Policy takes no inline style. `pictures/cover.png` is the
 * thumbnail of the PDF's first page.
 */
export const manualFacts = z.object({
  title: z.string().min(1),
  /** 「第1版」 */
  edition: z.string().min(1),
  /** 「2026年11月22日」 */
  date: z.string().min(1),
});

/** `chapters.json`: what a manual tells, in its order. */
export const manualChapters = z.array(
  z.object({
    id: z.string(),
    title: z.string(),
    /** Id of the heading in index.html. */
    anchor: z.string(),
    /** The pages it explains, as the routes write them: `/venues/:id`. */
    paths: z.array(z.string()).default([]),
  }),
);
export type ManualChapter = z.infer<typeof manualChapters>[number];

export type ManualRole = Column;
export const isManualRole = (name: string): name is ManualRole => (columns as readonly string[]).includes(name);

export type Manual = z.infer<typeof manualFacts> & {
  readonly role: ManualRole;
  readonly chapters: readonly ManualChapter[];
  /** Is there a picture of its first page? */
  readonly cover: boolean;
};

/** Whom a manual is for, as articles say it. */
export const manualAudience = (role: ManualRole): Audience =>
  role === 'basic' || role === 'satellite' ? 'venue' : role;

/** The own manual; who is 基本型 for one vaccine and サテライト型 for another reads that of the 基本型, which tells more. */
export const ownManualRole = ({ columns: own }: Actor): ManualRole | null =>
  columns.find((column) => own.includes(column)) ?? null;

/** Files of a manual that are given out, with their types. */
const fileTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  pdf: 'application/pdf',
  png: 'image/png',
  webp: 'image/webp',
  jpg: 'image/jpeg',
  svg: 'image/svg+xml',
};

/** The type of a manual's file; null for anything that is not given out. */
export const manualFileType = (path: string): string | null => {
  const ending = /^(?:pictures\/)?[A-Za-z0-9][\w-]*(?:\.[\w-]+)*\.([a-z]+)$/.exec(path)?.[1];
  return (ending && fileTypes[ending]) || null;
};

const segmentsOf = (path: string): string[] => path.split('/').filter(Boolean);

/** How well a route's pattern fits the beginning of a path: more segments are better, literal ones more than names. */
const fitOf = (pattern: string, path: string): number => {
  const [wanted, there] = [segmentsOf(pattern), segmentsOf(path)];
  if (wanted.length > there.length) return 0;
  let points = 0;
  for (const [i, segment] of wanted.entries()) {
    if (segment.startsWith(':')) points += 2;
    else if (segment === there[i]) points += 3;
    else return 0;
  }
  return points;
};

/** The chapter that explains a page: the one it names itself, else the one that names its path; null when none does. */
export const chapterFor = (
  chapters: readonly ManualChapter[],
  path: string,
  named: string | null = null,
): ManualChapter | null => {
  const own = chapters.find(({ id }) => id === named);
  if (own) return own;
  let best: { chapter: ManualChapter; points: number } | null = null;
  for (const chapter of chapters) {
    const points = Math.max(0, ...chapter.paths.map((pattern) => fitOf(pattern, path)));
    if (points > (best?.points ?? 0)) best = { chapter, points };
  }
  return best?.chapter ?? null;
};

/** 「このページのヘルプ」 of a page; none on 「ホーム」 and 「ナレッジ」 (M6.2-1). */
export const helpHref = (url: string, chapter?: string): string | undefined => {
  const path = url.split('?')[0] ?? '/';
  if (path === '/' || path === '/knowledge' || path.startsWith('/knowledge/')) return undefined;
  return `/knowledge/help?${new URLSearchParams({ path, ...(chapter && { chapter }) })}`;
};
