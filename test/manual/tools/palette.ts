/** Twelve colours are enough for a screen of text; letters stay sharp and a picture takes a fifth. */
import type { Indexed, Pixels } from './png.ts';

type Colour = readonly [number, number, number];
const size = 12;

const counted = ({ rgb }: Pixels): Map<number, number> => {
  const counts = new Map<number, number>();
  for (let i = 0; i < rgb.length; i += 3) {
    const key = ((rgb[i] ?? 0) << 16) | ((rgb[i + 1] ?? 0) << 8) | (rgb[i + 2] ?? 0);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
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
  for (let i = 0; i < index.length; i += 1) {
    const [r, g, b] = [pixels.rgb[i * 3] ?? 0, pixels.rgb[i * 3 + 1] ?? 0, pixels.rgb[i * 3 + 2] ?? 0];
    index[i] = places.get((r << 16) | (g << 8) | b) ?? 0;
  }
  return { width: pixels.width, height: pixels.height, palette: Uint8Array.from(palette.flat()), index };
};
