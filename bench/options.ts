import { parseArgs } from 'node:util';

/** How large the country is, and how often everything is measured. */
export type Options = {
  readonly venues: number;
  readonly basics: number;
  /** 基本型 of the one large municipality. */
  readonly largeBasics: number;
  readonly runs: number;
  /** Requests a run, as a share of the usual number. */
  readonly share: number;
  readonly only: readonly string[];
  /** Writes docs/benchmarks.md. */
  readonly write: boolean;
  /** Keeps a CPU profile of the program in .cache/profiles. */
  readonly profile: boolean;
};

const full = { venues: 70_000, basics: 10_000, largeBasics: 300, runs: 5, share: 1 } as const;
const small = { venues: 7_000, basics: 1_000, largeBasics: 100, runs: 2, share: 0.2 } as const;

/** `--small`: a tenth of the country and few requests; `--only a,b`: some of the parts; `--profile`. None writes the document. */
export const readOptions = (args: readonly string[]): Options => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      small: { type: 'boolean' },
      only: { type: 'string' },
      runs: { type: 'string' },
      profile: { type: 'boolean' },
    },
  });
  const size = values.small ? small : full;
  return {
    ...size,
    runs: values.runs ? Number(values.runs) : size.runs,
    only: values.only?.split(',') ?? [],
    write: !values.small && !values.only && !values.profile,
    profile: values.profile ?? false,
  };
};
