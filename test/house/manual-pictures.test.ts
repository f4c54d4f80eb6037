import { crc32, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reduceColours } from '../manual/tools/palette.ts';
import { type Pixels, readPng } from '../manual/tools/png.ts';

const chunk = (kind: string, body: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
};
/** Each line behind the filter that takes away what stands above it, as the standard's filter 2 does. */
const pngOf = ({ width, height, rgb }: Pixels): Buffer => {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const stride = width * 3;
  const lines = Buffer.alloc((stride + 1) * height);
  for (let y = 0; y < height; y += 1) {
    lines[y * (stride + 1)] = 2;
    for (let x = 0; x < stride; x += 1)
      lines[y * (stride + 1) + 1 + x] = (rgb[y * stride + x] ?? 0) - (y > 0 ? (rgb[(y - 1) * stride + x] ?? 0) : 0);
  }
  const data = chunk('IDAT', deflateSync(lines));
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', head), data]);
};

const pixels = (colours: number) =>
  fc
    .record({ width: fc.integer({ min: 1, max: 9 }), height: fc.integer({ min: 1, max: 9 }) })
    .chain(({ width, height }) =>
      fc
        .tuple(
          fc.array(fc.integer({ min: 0, max: 0xffffff }), { minLength: 1, maxLength: colours }),
          fc.array(fc.nat(), { minLength: width * height, maxLength: width * height }),
        )
        .map(([palette, picks]): Pixels => {
          const rgb = picks.flatMap((pick) => {
            const colour = palette[pick % palette.length] ?? 0;
            return [colour >> 16, (colour >> 8) & 255, colour & 255];
          });
          return { width, height, rgb: Uint8Array.from(rgb) };
        }),
    );

test('a picture that a browser wrote is read as it is', () => {
  fc.assert(
    fc.property(pixels(40), (picture) => {
      const { width, height, rgb } = readPng(pngOf(picture));
      expect([width, height, [...rgb]]).toEqual([picture.width, picture.height, [...picture.rgb]]);
    }),
  );
});

test('a picture of few colours keeps each of them; one of many gets no more than a palette holds', () => {
  const shown = ({ palette, index }: ReturnType<typeof reduceColours>) =>
    [...index].flatMap((at) => [...palette.subarray(at * 3, at * 3 + 3)]);
  fc.assert(
    fc.property(pixels(12), (picture) => {
      expect(shown(reduceColours(picture))).toEqual([...picture.rgb]);
    }),
  );
  fc.assert(
    fc.property(pixels(60), (picture) => {
      expect(reduceColours(picture).palette.length / 3).toBeLessThanOrEqual(16);
    }),
  );
});
