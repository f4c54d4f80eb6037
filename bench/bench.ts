import type { Figures } from './compare.ts';
import type { Admin } from './database.ts';
import type { Answer, Client } from './load.ts';
import type { Options } from './options.ts';
import type { Program } from './program.ts';
import type { Statement } from './record.ts';

/** The program on one country. */
export type Site = {
  readonly venues: number;
  readonly databaseUrl: string;
  readonly admin: Admin;
  readonly program: Program;
  /** Where node opens its inspector when told to. */
  readonly inspectorPort: number;
  readonly client: Client;
};

/** What another process of the program sent and answered before. */
export type Recorded = {
  /** Statements of the distribution list, and of a public list. */
  readonly list: readonly Statement[];
  readonly publicList: readonly Statement[];
  /** Public lists by municipality code, packed. */
  readonly publicPages: ReadonlyMap<string, Answer>;
};

/** What every part gets. */
export type Bench = {
  readonly options: Options;
  readonly country: Site;
  /** The same program on a tenth of the country. */
  readonly tenth: Site;
  readonly recorded: Recorded;
};

/** One line of the document. `met` is null where there is no limit. */
export type Result = {
  readonly what: string;
  readonly ours?: Figures;
  readonly beside?: { readonly name: string; readonly figures: Figures };
  /** The figure that the limit is about, as a person reads it. */
  readonly figure: string;
  readonly limit: string;
  readonly met: boolean | null;
  readonly note?: string;
};

export type Part = { readonly name: string; readonly measure: (bench: Bench) => Promise<readonly Result[]> };

/** So many of the usual number of requests. */
export const share = ({ options }: Bench, usual: number): number => Math.max(10, Math.round(usual * options.share));
export const times = (ratio: number): string => `${ratio.toFixed(2)} ×`;
export const milliseconds = (ms: number): string => `${ms < 10 ? ms.toFixed(2) : ms.toFixed(0)} ms`;
