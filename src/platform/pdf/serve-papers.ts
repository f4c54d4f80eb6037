import { parentPort } from 'node:worker_threads';
import { drawPaper } from './draw-paper.ts';
import { missingIn } from './faces.ts';
import type { Paper } from './sheet.ts';

/** What the pool sends: a paper to draw, or texts to look through. */
export type Order<T> =
  | { readonly id: number; readonly kind: 'paper'; readonly data: T }
  | { readonly id: number; readonly kind: 'missing'; readonly text: string }
  /** Parse the fonts and draw something once, before anybody waits for it. */
  | { readonly id: number; readonly kind: 'warm' };
export type Answer =
  | { readonly id: number; readonly kind: 'part'; readonly bytes: Uint8Array }
  | { readonly id: number; readonly kind: 'end' }
  | { readonly id: number; readonly kind: 'missing'; readonly characters: string[] }
  | { readonly id: number; readonly kind: 'failed'; readonly message: string };

/** A page with every kind of mark, in every face. */
const sample: Paper = {
  title: '',
  sheets: [
    [
      {
        role: 'P',
        marks: [
          { kind: 'text', x: 10, y: 10, text: '請求書 かな カナ 𠮷 A', size: 9 },
          { kind: 'boxed', x: 10, y: 20, text: '0123456789', size: 12, pitch: 5 },
          { kind: 'line', x1: 10, y1: 30, x2: 20, y2: 30, width: 0.2 },
          { kind: 'area', x: 10, y: 40, w: 5, h: 5, gray: 0.5 },
          { kind: 'qr', x: 10, y: 50, size: 20, text: 'V-SYS' },
        ],
      },
    ],
  ],
};

const bundleSize = 65_536;

/** Runs in a worker thread: draws one paper after the other and sends its bytes in bundles. */
export const servePapers = <T>(build: (data: T) => Paper): void => {
  // Bytes are handed over, not copied.
  const send = (answer: Answer): void =>
    parentPort?.postMessage(answer, answer.kind === 'part' ? [answer.bytes.buffer as ArrayBuffer] : []);
  let queue: Promise<void> = Promise.resolve();
  const work = async (order: Order<T>): Promise<void> => {
    try {
      if (order.kind === 'warm') {
        await drawPaper(sample, () => undefined);
        send({ id: order.id, kind: 'end' });
      } else if (order.kind === 'missing') send({ id: order.id, kind: 'missing', characters: missingIn(order.text) });
      else await draw(order.id, build(order.data), send);
    } catch (thrown) {
      send({
        id: order.id,
        kind: 'failed',
        message: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown),
      });
    }
  };
  parentPort?.on('message', (order: Order<T>) => {
    queue = queue.then(() => work(order));
  });
};

const draw = async (id: number, paper: Paper, send: (answer: Answer) => void): Promise<void> => {
  let parts: Uint8Array[] = [];
  let size = 0;
  const flush = (): void => {
    if (size > 0) send({ id, kind: 'part', bytes: joined(parts, size) });
    [parts, size] = [[], 0];
  };
  await drawPaper(paper, (part) => {
    parts.push(part);
    size += part.length;
    if (size >= bundleSize) flush();
  });
  flush();
  send({ id, kind: 'end' });
};

/** In memory of its own: a Buffer's may be shared with others, and could not be handed over. */
const joined = (parts: readonly Uint8Array[], size: number): Uint8Array => {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
};
