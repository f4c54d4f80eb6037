import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../platform/project-root.ts';

/** The bytes of a file in this installation's data folder, from the sources and from the bundle alike. */
export const readDataFile = (name: string): Buffer => readFileSync(join(projectRoot(), 'data', name));
