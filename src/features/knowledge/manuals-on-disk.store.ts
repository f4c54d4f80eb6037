import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../../platform/project-root.ts';
import { isManualRole, type Manual, type ManualRole, manualChapters, manualFacts } from './manuals.ts';

const folderOf = (role?: ManualRole): string => join(projectRoot(), 'manuals', role ?? '');
const json = (role: ManualRole, name: string): unknown => JSON.parse(readFileSync(join(folderOf(role), name), 'utf8'));

const read = (role: ManualRole): Manual => ({
  ...manualFacts.parse(json(role, 'manual.json')),
  role,
  chapters: manualChapters.parse(json(role, 'chapters.json')),
  cover: existsSync(join(folderOf(role), 'pictures/cover.png')),
});

// They are part of the release and change only with it.
let kept: readonly Manual[] | null = null;

/** The manuals that this installation has; none where they were not built. */
export const shippedManuals = (): readonly Manual[] => {
  if (kept) return kept;
  const names = existsSync(folderOf()) ? readdirSync(folderOf()) : [];
  kept = names
    .filter(isManualRole)
    .filter((role) => existsSync(join(folderOf(role), 'manual.json')))
    .map(read);
  return kept;
};

export const shippedManual = (role: string | null): Manual | null =>
  shippedManuals().find((manual) => manual.role === role) ?? null;

/** The bytes of one file of a manual; null when there is none. */
export const readManualFile = (role: ManualRole, path: string): Promise<Buffer | null> =>
  readFile(join(folderOf(role), path)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
