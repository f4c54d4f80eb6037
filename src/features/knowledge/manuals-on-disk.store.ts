import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../../platform/project-root.ts';
import { type Manual, type ManualRole, manualChapters, manualList } from './manuals.ts';

const folder = (): string => join(projectRoot(), 'manuals');
const json = (...names: string[]): unknown => JSON.parse(readFileSync(join(folder(), ...names), 'utf8'));

const readAll = (): Manual[] =>
  manualList.parse(json('manuals.json')).map((facts) => ({
    ...facts,
    chapters: manualChapters.parse(json(facts.role, 'chapters.json')),
    cover: existsSync(join(folder(), facts.role, 'pictures/cover.png')),
  }));

// They are part of the release and change only with it.
let kept: readonly Manual[] | null = null;

/** The manuals that this installation has; none where they were not built. */
export const shippedManuals = (): readonly Manual[] => {
  kept ??= existsSync(join(folder(), 'manuals.json')) ? readAll() : [];
  return kept;
};

export const shippedManual = (role: string | null): Manual | null =>
  shippedManuals().find((manual) => manual.role === role) ?? null;

/** The bytes of one file of a manual; null when there is none. */
export const readManualFile = (role: ManualRole, path: string): Promise<Buffer | null> =>
  readFile(join(folder(), role, path)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
