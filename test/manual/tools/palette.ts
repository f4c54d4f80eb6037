/** Twelve colours are enough for a screen of text; letters stay sharp and a picture takes a fifth. */
import type { Indexed, Pixels } from './png.ts';

type Colour = readonly [number, number, number];
const size = 12;

const keyAt = (rgb: Uint8Array, pixel: number): number =>
  ((rgb[pixel * 3] ?? 0) << 16) | ((rgb[pixel * 3 + 1] ?? 0) << 8) | (rgb[pixel * 3 + 2] ?? 0);

const counted = ({ rgb }: Pixels): Map<number, number> => {
  const counts = new Map<number, number>();
  const count = (key: number, times: number) => counts.set(key, (counts.get(key) ?? 0) + times);
  // A screen is mostly long runs of one colour.
  let run = keyAt(rgb, 0);
  let from = 0;
  for (let i = 1; i * 3 < rgb.length; i += 1) {
    const key = keyAt(rgb, i);
    if (key === run) continue;
    count(run, i - from);
    [run, from] = [key, i];
  }
  count(run, rgb.length / 3 - from);
  return counts;
};
const colourOf = (key: number): Colour => [key >> 16, (key >> 8) & 255, key & 255];
const distance = (a: Colour, b: Colour): number => (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;

/** The colours that take most away from the error, one after the other: often seen, and far from those taken. */
const seeds = (counts: ReadonlyMap<number, number>): Colour[] => {
  const colours = [...counts].map(([key, count]) => ({ colour: colourOf(key), count, far: Number.POSITIVE_INFINITY }));
  const taken: Colour[] = [];
  while (taken.length < size && colours.length > 0) {
    let best = colours[0];
    for (const each of colours)
      if (best && each.count * Math.min(each.far, 40_000) > best.count * Math.min(best.far, 40_000)) best = each;
    if (!best || best.far === 0) break;
    taken.push(best.colour);
    for (const each of colours) each.far = Math.min(each.far, distance(each.colour, best.colour));
  }
  return taken;
};

const nearest = (palette: readonly Colour[], colour: Colour): number => {
  let at = 0;
  for (let i = 1; i < palette.length; i += 1)
    if (distance(palette[i] as Colour, colour) < distance(palette[at] as Colour, colour)) at = i;
  return at;
};

export const reduceColours = (pixels: Pixels): Indexed => {
  const counts = counted(pixels);
  const palette = seeds(counts);
  const places = new Map([...counts.keys()].map((key) => [key, nearest(palette, colourOf(key))]));
  const index = new Uint8Array(pixels.width * pixels.height);
  let run = -1;
  let place = 0;
  for (let i = 0; i < index.length; i += 1) {
    const key = keyAt(pixels.rgb, i);
    if (key !== run) [run, place] = [key, places.get(key) ?? 0];
    index[i] = place;
  }
  return { width: pixels.width, height: pixels.height, palette: Uint8Array.from(palette.flat()), index };
};
