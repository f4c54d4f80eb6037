import { PassThrough, type Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import type { Answer, Order } from './serve-papers.ts';

/** Draws papers beside the server, so that pages are not held up. */
type PaperPool<T> = {
  /** The bytes of the paper as they come; the stream breaks when it cannot be drawn. */
  readonly draw: (data: T) => Readable;
  /** The characters of a text that no face can print. */
  readonly missingIn: (text: string) => Promise<string[]>;
  /** Starts the thread and lets it parse its fonts, unless it has begun; gives when that is done, and never fails. */
  readonly warm: () => Promise<void>;
};

type Waiting = { readonly take: (answer: Answer) => void; readonly fail: (error: Error) => void };

/** One worker thread, started at the first paper and kept with its parsed fonts; it does not keep the process alive. */
export const paperPool = <T>(entry: URL): PaperPool<T> => {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let lastId = 0;

  const failAll = (error: Error): void => {
    worker = undefined;
    for (const { fail } of waiting.values()) fail(error);
    waiting.clear();
  };
  const start = (): Worker => {
    // Narrow spaces, so that what is done with goes soon, or a paper of all municipalities takes 100 MB more; it needs 40.
    const started = new Worker(entry, {
      resourceLimits: { maxYoungGenerationSizeMb: 6, maxOldGenerationSizeMb: 128 },
    });
    started.on('message', (answer: Answer) => {
      waiting.get(answer.id)?.take(answer);
      if (answer.kind !== 'part') waiting.delete(answer.id);
      if (waiting.size === 0) started.unref();
    });
    started.on('error', failAll);
    started.on('exit', (code) => {
      if (worker === started) failAll(new Error(`the worker that draws papers ended with ${code}`));
    });
    return started;
  };
  const ask = (order: Order<T>, one: Waiting): void => {
    waiting.set(order.id, one);
    worker ??= start();
    worker.ref();
    worker.postMessage(order);
  };

  let warmed: Promise<void> | undefined;
  return {
    warm: () => {
      if (worker) return warmed ?? Promise.resolve();
      warmed = new Promise((resolve) =>
        ask({ id: ++lastId, kind: 'warm' }, { take: () => resolve(), fail: () => resolve() }),
      );
      return warmed;
    },
    draw: (data) => {
      const stream = new PassThrough();
      ask(
        { id: ++lastId, kind: 'paper', data },
        {
          take: (answer) => {
            if (stream.destroyed) return;
            if (answer.kind === 'part') stream.write(answer.bytes);
            else if (answer.kind === 'end') stream.end();
            else if (answer.kind === 'failed') stream.destroy(new Error(answer.message));
          },
          fail: (error) => stream.destroy(error),
        },
      );
      return stream;
    },
    missingIn: (text) =>
      new Promise((resolve, reject) => {
        ask(
          { id: ++lastId, kind: 'missing', text },
          {
            take: (answer) => (answer.kind === 'missing' ? resolve(answer.characters) : reject(new Error('no answer'))),
            fail: reject,
          },
        );
      }),
  };
};
