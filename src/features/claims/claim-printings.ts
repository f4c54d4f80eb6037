import type { Month } from '../../kernel/calendar.ts';
import type { OutputName } from './claim-outputs.ts';

/** One output as PDF. */
export type Printing = {
  readonly month: Month;
  readonly version: number;
  readonly output: OutputName;
  readonly at: Date;
  readonly by: string;
};

/** The newest output of a kind for a month; they come newest first. */
export const lastPrinting = (printings: readonly Printing[], output: OutputName, month: Month): Printing | null =>
  printings.find((one) => one.output === output && one.month === month) ?? null;

/** Was the claim corrected after this output, so that it must be put out again (再出力)? */
export const isOutdated = (printing: Printing | null, version: number): boolean =>
  printing !== null && printing.version < version;
