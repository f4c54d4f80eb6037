import type { Level } from '../allocations/index.ts';
import type { Weighing } from './needs.ts';
import type { Candidate } from './propose.ts';

/** What a sheet knows of one who may receive. */
export type ReceiverRow = {
  readonly key: string;
  readonly name: string;
  readonly code: string | null;
  /** In vials; what it has fixed for the level below. */
  readonly fixedBelow: number | null;
  readonly doctors: number | null;
  readonly hasRequest: boolean | null;
  readonly handles: boolean;
};

/** Why one is left out of every proposal; null: it may get something. */
export const leftOut = ({ doctors, hasRequest, handles }: ReceiverRow): string | null => {
  if (!handles) return '取扱いなし';
  if (doctors === 0) return '医師未登録';
  return hasRequest === false ? '希望量未登録' : null;
};

export type AreaFacts = {
  readonly populationOf: (code: string) => number | null;
  /** Municipalities in an area; 1 for a municipality itself. */
  readonly municipalitiesIn: (code: string) => number;
};

/** The receivers that a proposal may give to, with all that they are weighed by. */
export const candidatesOf = (
  level: Level,
  receivers: readonly ReceiverRow[],
  weighings: ReadonlyMap<string, Weighing>,
  vialsPerUnit: number,
  { populationOf, municipalitiesIn }: AreaFacts,
): Candidate[] =>
  receivers
    .filter((receiver) => leftOut(receiver) === null)
    .map(({ key, fixedBelow }) => {
      const weighing = weighings.get(key);
      const area = level !== 'municipal';
      return {
        key,
        floor: Math.ceil((fixedBelow ?? 0) / vialsPerUnit),
        weights: {
          population: area ? populationOf(key) : null,
          municipalities: area ? municipalitiesIn(key) : null,
          demand: weighing?.demand ?? null,
          need: weighing?.need ?? null,
        },
      };
    });
