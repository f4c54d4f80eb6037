import type { Readable } from 'node:stream';
import { paperPool } from '../../platform/pdf/index.ts';
import type { ClaimPaper } from './claim-paper.ts';

/** From the sources and from the bundle alike. */
const entry = new URL(
  import.meta.url.endsWith('.ts') ? './claim-paper.worker.ts' : './features/claims/claim-paper.worker.js',
  import.meta.url,
);
const pool = paperPool<ClaimPaper>(entry);

/** The PDF of a paper, page by page as it is drawn. */
export const drawClaim = (paper: ClaimPaper): Readable => pool.draw(paper);

/** The characters of a paper's names that no face has and that must be written by hand. */
export const unprintable = ({ venue, own }: Pick<ClaimPaper, 'venue' | 'own'>): Promise<string[]> =>
  pool.missingIn(`${venue.name}${venue.address}${venue.representative}${venue.phone}${own.name}`);

/** Lets the fonts be parsed beside the server, so that the first one who prints does not wait for it. */
export const warmClaimPapers = (): Promise<void> => pool.warm();
