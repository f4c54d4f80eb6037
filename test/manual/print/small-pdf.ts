/**
 * Gives the pictures of a PDF their palette back: the browser writes them in true colour, which takes twice the room.
 * qpdf takes the file apart into JSON and puts it together again.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { type Indexed, packLines } from '../tools/png.ts';

type Stream = { dict: Record<string, unknown>; data?: string };
type Json = { qpdf: [unknown, Record<string, { stream?: Stream }>] };

const indexedOf = (rgb: Buffer, width: number, height: number): Indexed | null => {
  const places = new Map<number, number>();
  const index = new Uint8Array(width * height);
  for (let i = 0; i < index.length; i += 1) {
    const key = rgb.readUIntBE(i * 3, 3);
    const place = places.get(key) ?? places.size;
    if (place > 15) return null;
    places.set(key, place);
    index[i] = place;
  }
  const palette = Uint8Array.from([...places.keys()].flatMap((key) => [key >> 16, (key >> 8) & 255, key & 255]));
  return { width, height, palette, index };
};

const shrink = (stream: Stream): void => {
  const [width, height] = [Number(stream.dict['/Width']), Number(stream.dict['/Height'])];
  const rgb = Buffer.from(stream.data ?? '', 'base64');
  if (rgb.length !== width * height * 3) return;
  const picture = indexedOf(rgb, width, height);
  if (!picture) return;
  const { palette } = picture;
  stream.dict['/ColorSpace'] = [
    '/Indexed',
    '/DeviceRGB',
    palette.length / 3 - 1,
    `b:${Buffer.from(palette).toString('hex')}`,
  ];
  stream.dict['/BitsPerComponent'] = 4;
  stream.dict['/Filter'] = '/FlateDecode';
  stream.dict['/DecodeParms'] = { '/Predictor': 15, '/Colors': 1, '/BitsPerComponent': 4, '/Columns': width };
  stream.data = deflateSync(packLines(picture), { level: 9, memLevel: 9 }).toString('base64');
};

/** Rewrites the PDF at `path` in place; `work` is a JSON file beside it that may be thrown away. */
export const shrinkPdf = (path: string, work: string): void => {
  execFileSync('qpdf', ['--json-output', '--json-stream-data=inline', '--decode-level=generalized', path, work]);
  const json = JSON.parse(readFileSync(work, 'utf8')) as Json;
  for (const { stream } of Object.values(json.qpdf[1])) if (stream?.dict['/Subtype'] === '/Image') shrink(stream);
  writeFileSync(work, JSON.stringify(json));
  execFileSync('qpdf', [
    '--json-input',
    '--object-streams=generate',
    '--recompress-flate',
    '--compression-level=9',
    '--deterministic-id',
    work,
    path,
  ]);
};
