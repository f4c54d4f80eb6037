import type { Frame, Line } from './sheet.ts';
import { isEntered } from './sheet-shape.ts';

type Amount = Pick<Line, 'units' | 'vials'>;
/** One amount that a correction changed. */
export type Change = {
  readonly receiver: string;
  readonly frame: Frame;
  readonly before: Amount;
  readonly after: Amount;
};

const nothing: Amount = { units: null, vials: null };
const keyOf = ({ receiver, frame }: Pick<Line, 'receiver' | 'frame'>): string => `${receiver} ${frame}`;

/** What differs between two revisions, in the order of the later one; a line that is missing counts as not entered. */
export const changesBetween = (before: readonly Line[], after: readonly Line[]): Change[] => {
  const old = new Map(before.map((line) => [keyOf(line), line]));
  const now = new Map(after.map((line) => [keyOf(line), line]));
  const gone = before.filter((line) => !now.has(keyOf(line)) && isEntered(line));
  return [...after, ...gone].flatMap(({ receiver, frame }) => {
    const [from, to] = [old.get(keyOf({ receiver, frame })) ?? nothing, now.get(keyOf({ receiver, frame })) ?? nothing];
    return from.units === to.units && from.vials === to.vials ? [] : [{ receiver, frame, before: from, after: to }];
  });
};
