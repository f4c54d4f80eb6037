#!/usr/bin/env node
/** How long claims take to PDF, how much memory, and what 20 at once do to the rest of the server: `npm run bench:claims`. */
import { once } from 'node:events';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { municipalities, prefectureByCode } from '../../src/features/areas/index.ts';
import { noCounts } from '../../src/features/claims/claim-counts.ts';
import { drawClaim, warmClaimPapers } from '../../src/features/claims/draw-claim.service.ts';
import { paperOf } from '../service/claims/sample.ts';

const paperWith = (count: number) => {
  const others = municipalities()
    .filter(({ code }) => code !== '131032')
    .slice(0, count - 1)
    .map(({ code, prefectureCode, name }, i) => ({
      residence: { code, name: `${prefectureByCode(prefectureCode)?.name}${name}` },
      counts: { ...noCounts, screening: i % 9, older: (i * 37) % 10_000 },
    }));
  const sheet = { own: { ...noCounts, older: 120 }, others };
  return paperOf('with', { sheets: { with: sheet, without: sheet } });
};

const draw = async (count: number): Promise<{ ms: number; first: number; kilobytes: number }> => {
  const started = performance.now();
  const stream = drawClaim(paperWith(count));
  let [first, bytes] = [0, 0];
  stream.on('data', (part: Buffer) => {
    first ||= performance.now() - started;
    bytes += part.length;
  });
  await once(stream, 'end');
  return { ms: Math.round(performance.now() - started), first: Math.round(first), kilobytes: Math.round(bytes / 1024) };
};

/** Half of some work of a page (2 ms of it) is done within so many ms. */
const pageWork = async (times: number): Promise<number> => {
  const took: number[] = [];
  for (let i = 0; i < times; i += 1) {
    const started = performance.now();
    while (performance.now() - started < 2);
    await new Promise((resolve) => setImmediate(resolve));
    took.push(performance.now() - started);
  }
  return took.sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
};

const megabytes = (): number => process.memoryUsage().rss / 1e6;

const warming = performance.now();
await warmClaimPapers();
console.log(`fonts parsed beside the server: ${Math.round(performance.now() - warming)} ms`);
console.log('first of 40', await draw(40));
console.log('40 municipalities', await draw(40));
const before = megabytes();
const all = await draw(1741);
console.log('1,741 municipalities', all, `+${Math.round(megabytes() - before)} MB`);
const quiet = await pageWork(300);
const lag = monitorEventLoopDelay({ resolution: 1 });
lag.enable();
const twenty = Promise.all(Array.from({ length: 20 }, () => draw(40)));
const busy = await pageWork(300);
const times = (await twenty).map(({ ms }) => ms);
lag.disable();
console.log(
  `20 at once: last after ${Math.max(...times)} ms; page work p50 ${quiet.toFixed(1)} → ${busy.toFixed(1)} ms`,
);
process.exit(0);
