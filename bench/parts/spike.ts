import { setTimeout as sleep } from 'node:timers/promises';
import { type Bench, milliseconds, type Part, type Result } from '../bench.ts';
import { cookieOf, listArea, officeOf, refreshSessions } from '../country.ts';
import { type Answer, clientOf, expectStatus, timeEach } from '../load.ts';
import { quantile } from '../stats.ts';
import { listPath } from './list.ts';

const spikeSeconds = 10;
const overload = 3;

/** Searches that nobody asked before: none is answered from the cache. */
const freshPaths = function* (): Generator<string> {
  for (let n = 0; ; n++) yield `/navi/search?q=${encodeURIComponent(`病院${n}`)}`;
};

/** As many searches a second as are answered when each asker waits for the answer. */
const sustainable = async ({ country: { program } }: Bench, paths: Generator<string>): Promise<number> => {
  const client = clientOf(program.url, 8);
  const started = performance.now();
  const asked: string[] = Array.from({ length: 400 }, () => String(paths.next().value));
  await timeEach(asked, 8, async (path) => {
    await expectStatus(client, { path }, 200);
  });
  client.close();
  return (asked.length / (performance.now() - started)) * 1000;
};

type Spike = { readonly answered: number; readonly shed: number; readonly wrong: readonly string[] };

/** Asks so many times a second whether or not answers come: people do not wait for each other. */
const storm = async ({ country: { program } }: Bench, paths: Generator<string>, rate: number): Promise<Spike> => {
  const client = clientOf(program.url, Number.POSITIVE_INFINITY);
  const answers: Promise<Answer | Error>[] = [];
  const started = performance.now();
  while (performance.now() - started < spikeSeconds * 1000) {
    const due = Math.floor(((performance.now() - started) / 1000) * rate) - answers.length;
    for (let n = 0; n < due; n++)
      answers.push(client.ask({ path: String(paths.next().value) }).catch((error: Error) => error));
    await sleep(5);
  }
  const all = await Promise.all(answers);
  client.close();
  const isShed = (answer: Answer | Error): boolean =>
    'status' in answer && answer.status === 503 && answer.headers['retry-after'] !== undefined;
  const isGood = (answer: Answer | Error): boolean => 'status' in answer && answer.status === 200;
  return {
    answered: all.filter(isGood).length,
    shed: all.filter(isShed).length,
    wrong: all
      .filter((answer) => !isGood(answer) && !isShed(answer))
      .map((answer) => ('status' in answer ? String(answer.status) : answer.message)),
  };
};

/** Time until a search is answered again as it was before, from now on. */
const recovery = async ({ country: { client } }: Bench, paths: Generator<string>): Promise<number> => {
  const started = performance.now();
  while ((await client.ask({ path: String(paths.next().value) })).status !== 200) await sleep(50);
  return performance.now() - started;
};

const spikeOf = async (bench: Bench): Promise<Result> => {
  const { country } = bench;
  await refreshSessions(country.admin);
  const headers = { cookie: cookieOf(await officeOf(country.admin, listArea)) };
  const paths = freshPaths();
  const rate = await sustainable(bench, paths);
  let going = true;
  const signedIn: number[] = [];
  const reader = (async () => {
    const client = clientOf(country.program.url, 1);
    while (going) {
      const started = performance.now();
      // Throws on anything but 200: who is signed in is never told to come back later.
      await expectStatus(client, { path: listPath, headers }, 200);
      signedIn.push(performance.now() - started);
      await sleep(100);
    }
    client.close();
  })();
  const spike = await storm(bench, paths, rate * overload).finally(() => {
    going = false;
  });
  await reader;
  const back = await recovery(bench, paths);
  const p99 = quantile(signedIn, 0.99);
  if (spike.wrong.length > 0) throw new Error(`the spike was answered with ${[...new Set(spike.wrong)].join(', ')}`);
  return {
    what: `Searches nobody asked before at ${overload} × the sustainable rate (${rate.toFixed(0)} a second) for ${spikeSeconds} s`,
    figure: `signed-in p99 ${milliseconds(p99)}, back after ${milliseconds(back)}`,
    limit: '503 + Retry-After; signed-in no 503, p99 < 1 s; back < 5 s',
    met: spike.shed > 0 && p99 < 1000 && back < 5000,
    note: `${spike.answered} answered, ${spike.shed} told to come back; ${signedIn.length} pages of a signed-in user meanwhile; load and program share the machine`,
  };
};

export const spike: Part = { name: 'spike', measure: async (bench) => [await spikeOf(bench)] };
