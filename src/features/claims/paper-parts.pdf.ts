import { type Block, fitText, type Mark, millimetres } from '../../platform/pdf/index.ts';

/** The printed area: between the corner marks. */
export const left = 18;
export const right = 192;

const hair = 0.12;
const thin = 0.3;

export const say = (x: number, y: number, text: string, size: number, align?: 'start' | 'center' | 'end'): Mark => ({
  kind: 'text',
  x,
  y,
  text,
  size,
  ...(align && { align }),
});

const line = (x1: number, y1: number, x2: number, y2: number, width = thin, gray = 0): Mark => ({
  kind: 'line',
  x1,
  y1,
  x2,
  y2,
  width,
  gray,
});

/** A closed frame. */
export const frame = (x: number, y: number, w: number, h: number, width = thin): Mark[] => [
  line(x, y, x + w, y, width),
  line(x, y + h, x + w, y + h, width),
  line(x, y, x, y + h, width),
  line(x + w, y, x + w, y + h, width),
];

/** A line across; a heavy one ends a group. */
export const rule = (y: number, from = left, heavy = false): Mark =>
  line(from, y, right, y, heavy ? 0.5 : hair, heavy ? 0 : 0.4);

/** Boxes for one digit each. The lines between them are pale, so that a reader can drop them. */
export type Boxes = {
  readonly x: number;
  readonly y: number;
  readonly h: number;
  readonly pitch: number;
  readonly boxes: number;
};

export const emptyBoxes = ({ x, y, h, pitch, boxes }: Boxes): Mark[] => [
  ...frame(x, y, pitch * boxes, h),
  ...Array.from({ length: boxes - 1 }, (_, i) => line(x + pitch * (i + 1), y, x + pitch * (i + 1), y + h, hair, 0.62)),
];

/** Digits, the last one in the last box; more digits than boxes cannot be. */
export const inBoxes = ({ x, y, h, pitch, boxes }: Boxes, text: string, size: number): Mark => {
  if (text.length > boxes) throw new RangeError(`${text} does not fit ${boxes} boxes`);
  return {
    kind: 'boxed',
    x: x + pitch * (boxes - text.length),
    // The face's digits are 0.733 of its size high.
    y: y + (h + millimetres(size) * 0.733) / 2,
    text,
    size,
    pitch,
  };
};

/** Text in a field of a fixed width and height: shrinks, takes a second line, is never cut. */
export const sayInField = (
  { x, y, w, h }: { readonly x: number; readonly y: number; readonly w: number; readonly h: number },
  text: string,
  size = 12,
): Mark[] => {
  const fitted = fitText(text, w, size, 9);
  const two = fitted.lines.length > 1;
  const size2 = two ? Math.min(fitted.size, (h / 2.3 / 25.4) * 72) : fitted.size;
  const em = millimetres(size2);
  return two
    ? fitted.lines.map((part, i) => say(x, y + h / 2 + (i === 0 ? -em * 0.15 : em * 1.0), part, size2))
    : [say(x, y + h / 2 + em * 0.37, fitted.lines[0] ?? '', size2)];
};

/** Black squares by which a reader finds position and scale; 1 cm from the edges of the paper. */
const corners: readonly Mark[] = [
  [9, 9],
  [197, 9],
  [9, 284],
  [197, 284],
].map(([x = 0, y = 0]) => ({ kind: 'area', x, y, w: 4, h: 4, gray: 0 }));

/** What is the same on every page of a form and is not read aloud. */
export const furniture = (marks: readonly Mark[]): Block => ({ role: 'Artifact', marks: [...corners, ...marks] });
