import { grids } from './grid.ts';
import { rows } from './rows.ts';
import { sums } from './sums.ts';

/** Tables of inputs: rows added and removed, sums, spreadsheet habits. */
export const tables = (): void => {
  rows();
  sums();
  grids();
};
