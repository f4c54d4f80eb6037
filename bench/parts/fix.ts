import { randomUUID } from 'node:crypto';
import { type Bench, milliseconds, type Part, type Result } from '../bench.ts';
import { type Figures, measureRun, middle } from '../compare.ts';
import { cookieOf, fixedCycle, largeArea, officeOf, refreshSessions } from '../country.ts';
import type { Admin } from '../database.ts';
import { type Client, expectStatus } from '../load.ts';
import { untilQuiet } from '../program.ts';
import { median } from '../stats.ts';

type Sheet = { readonly officeId: number; readonly lines: Readonly<Record<string, string>> };

/** What a municipality's sheet would give: to each 基本型 as much as the prefecture meant for it. */
const sheetOf = async (admin: Admin, area: string): Promise<Sheet> => {
  const { rows } = await admin.query<{ venue_id: string; boxes: number }>(
    'select venue_id, requested - 1 as boxes from demands where cycle_id = $1 and municipality_code = $2 order by venue_id',
    [fixedCycle, area],
  );
  const lines = rows.flatMap(({ venue_id, boxes }) => [
    [`lines.${venue_id}.units`, String(boxes)],
    [`lines.${venue_id}.vials`, ''],
  ]);
  return { officeId: await officeOf(admin, area), lines: Object.fromEntries(lines) };
};

const path = `/allocations/municipal/${fixedCycle}/fix`;

/** 「分配確定」 and the 「OK」 to its question; gives the times of both answers. */
const fixSheet = async (client: Client, { officeId, lines }: Sheet): Promise<{ asked: number; fixed: number }> => {
  const form = { _version: '0', _request: randomUUID(), ...lines };
  const headers = { cookie: cookieOf(officeId) };
  const send = (body: Readonly<Record<string, string>>, status: number) =>
    expectStatus(client, { path, method: 'POST', headers, body: new URLSearchParams(body).toString() }, status);
  const started = performance.now();
  const question = (await send(form, 200)).body.toString('utf8');
  const answered = performance.now();
  const [, digest] = /name="_confirmed" value="([\w-]+)"/.exec(question) ?? [];
  if (!digest) throw new Error('the 確定 asked no question');
  await send({ ...form, _confirmed: digest }, 303);
  return { asked: answered - started, fixed: performance.now() - answered };
};

/** Takes a 確定 back as nobody in the product can, so that it can be measured again. */
const undo = async (admin: Admin, area: string): Promise<void> => {
  for (const table of ['distributions', 'allocation_sheets'])
    await admin.query(`delete from ${table} where cycle_id = $1 and municipality_code = $2`, [fixedCycle, area]);
};

const large = async ({ country: { admin, client, program }, options }: Bench): Promise<Result> => {
  const sheet = await sheetOf(admin, largeArea);
  const runs: Figures[] = [];
  const asked: number[] = [];
  for (let n = 0; n <= options.runs; n++) {
    await untilQuiet(program.pid, 60_000);
    const run = async (): Promise<number[]> => {
      const took = await fixSheet(client, sheet);
      asked.push(took.asked);
      return [took.fixed];
    };
    const figures = await measureRun({ pid: program.pid, application: 'v-sys', admin, run }, n);
    if (n > 0) runs.push(figures);
    if (n < options.runs) await undo(admin, largeArea);
  }
  const ours = middle(runs);
  const venues = Object.keys(sheet.lines).length / 2;
  return {
    what: `確定 of one municipality with ${venues} venues`,
    ours,
    figure: milliseconds(ours.p50),
    limit: '< 1 s',
    met: ours.p50 < 1000,
    note: `the 「OK」; the question before it took ${milliseconds(median(asked))}. CPU is that of both, with what the jobs did meanwhile`,
  };
};

/** The rest of the country, one after another, as 1,741 offices would in a day. */
const everyOne = async ({ country: { admin, client } }: Bench): Promise<Result> => {
  const { rows } = await admin.query<{ code: string }>(
    'select distinct municipality_code as code from demands where cycle_id = $1 and municipality_code <> $2 order by 1',
    [fixedCycle, largeArea],
  );
  let total = 0;
  for (const { code } of rows) {
    const { asked, fixed } = await fixSheet(client, await sheetOf(admin, code));
    total += asked + fixed;
  }
  return {
    what: `確定 of the other ${rows.length} municipalities with a 基本型, one after another, question and 「OK」`,
    figure: `${(total / 1000).toFixed(1)} s`,
    limit: 'a figure',
    met: null,
    note: `${milliseconds(total / rows.length)} each on average`,
  };
};

export const fix: Part = {
  name: 'fix',
  measure: async (bench) => {
    await refreshSessions(bench.country.admin);
    return [await large(bench), await everyOne(bench)];
  },
};
