#!/usr/bin/env node
/** Draws 200 random claims, prints them at 300 dpi and reads their numbers back: `npm run test:ocr [-- count]`. */
import { readBack } from './random-claims.ts';

const count = Number(process.argv[2] ?? 200);
const bundle = 25;
let [cells, faults] = [0, 0];
for (let at = 0; at < count; at += bundle) {
  const seeds = Array.from({ length: Math.min(bundle, count - at) }, (_, i) => 1_000 + at + i);
  const { cells: read, mistakes } = await readBack(seeds);
  cells += read;
  faults += mistakes.length;
  for (const mistake of mistakes) console.error(mistake);
}
console.log(`${count} claims, ${cells} cells, ${faults} mistakes`);
process.exit(faults === 0 ? 0 : 1);
