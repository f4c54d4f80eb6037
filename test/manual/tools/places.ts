import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');
/** Where the manuals are kept: committed, and part of a release. */
export const manualsDir = join(root, 'manuals');
/** Where the walks leave their pictures before a manual is put together. */
export const cacheDir = join(root, '.cache/manual');
export { root };
