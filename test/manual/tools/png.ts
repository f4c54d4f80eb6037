/** Reads the PNG that a browser writes (8 bits, true colour, not interlaced) and writes one with a small palette. */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** Pixels as rows of r, g, b. */
export type Pixels = { readonly width: number; readonly height: number; readonly rgb: Uint8Array };
/** Pixels as numbers of a palette of at most 16 colours (r, g, b each). */
export type Indexed = {
  readonly width: number;
  readonly height: number;
  readonly palette: Uint8Array;
  readonly index: Uint8Array;
};

const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

const paeth = (a: number, b: number, c: number): number => {
  const p = a + b - c;
  const [da, db, dc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
  if (da <= db && da <= dc) return a;
  return db <= dc ? b : c;
};
const predicted = (filter: number, left: number, up: number, corner: number): number => {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  return filter === 4 ? paeth(left, up, corner) : 0;
};

/** Undoes the filter of each line, in place over the lines before. */
const unfilter = (raw: Buffer, width: number, height: number, channels: number): Uint8Array => {
  const stride = width * channels;
  const out = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x += 1) {
      const left = x >= channels ? (out[y * stride + x - channels] ?? 0) : 0;
      const up = y > 0 ? (out[(y - 1) * stride + x] ?? 0) : 0;
      const corner = x >= channels && y > 0 ? (out[(y - 1) * stride + x - channels] ?? 0) : 0;
      out[y * stride + x] = (raw[y * (stride + 1) + 1 + x] ?? 0) + predicted(filter, left, up, corner);
    }
  }
  return out;
};

export const readPng = (file: Buffer): Pixels => {
  let [width, height, channels] = [0, 0, 3];
  const data: Buffer[] = [];
  for (let at = signature.length; at < file.length; ) {
    const length = file.readUInt32BE(at);
    const kind = file.toString('latin1', at + 4, at + 8);
    const body = file.subarray(at + 8, at + 8 + length);
    if (kind === 'IHDR') {
      [width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)];
      if (body[8] !== 8 || body[12] !== 0) throw new Error('a PNG of 8 bits without interlacing is expected');
      channels = body[9] === 6 ? 4 : 3;
    }
    if (kind === 'IDAT') data.push(body);
    at += length + 12;
  }
  const bytes = unfilter(inflateSync(Buffer.concat(data)), width, height, channels);
  if (channels === 3) return { width, height, rgb: bytes };
  const rgb = new Uint8Array(width * height * 3);
  for (let i = 0; i < width * height; i += 1) rgb.set(bytes.subarray(i * 4, i * 4 + 3), i * 3);
  return { width, height, rgb };
};

/** Two pixels a byte, each line behind a filter byte of 0: the body of a palette PNG and of a PDF image alike. */
export const packLines = ({ width, height, index }: Indexed): Buffer => {
  const stride = Math.ceil(width / 2) + 1;
  const out = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = y * stride + 1 + (x >> 1);
      out[at] = (out[at] ?? 0) | ((index[y * width + x] ?? 0) << (x % 2 === 0 ? 4 : 0));
    }
  return out;
};

const chunk = (kind: string, body: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
};

export const writePng = (picture: Indexed): Buffer => {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(picture.width, 0);
  head.writeUInt32BE(picture.height, 4);
  head.set([4, 3, 0, 0, 0], 8);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(picture.palette)),
    chunk('IDAT', deflateSync(packLines(picture), { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};
