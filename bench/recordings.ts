import type { Recorded } from './bench.ts';
import { cookieOf, listArea, officeOf } from './country.ts';
import type { Admin } from './database.ts';
import { type Answer, type Client, expectStatus } from './load.ts';
import type { Options } from './options.ts';
import { listPath } from './parts/list.ts';
import { publicHeaders, publicPath } from './parts/public.ts';
import type { Program } from './program.ts';
import { recordTransaction } from './record.ts';

type Recorder = {
  readonly program: Program;
  readonly client: Client;
  readonly admin: Admin;
  readonly options: Options;
};

/** Asks a program that tells its statements for everything the floors will have to do and to send. */
export const makeRecordings = async ({ program, client, admin, options }: Recorder): Promise<Recorded> => {
  const cookie = cookieOf(await officeOf(admin, listArea));
  const ask = { path: listPath, headers: { cookie } };
  // The first request opens a connection; the second is like all others.
  await expectStatus(client, ask, 200);
  const list = await recordTransaction(program.child, 'from "distributions"', () => expectStatus(client, ask, 200));
  const publicList = await recordTransaction(program.child, 'from venue_directory d', () =>
    expectStatus(client, { path: publicPath, headers: publicHeaders }, 200),
  );
  return { list, publicList, publicPages: await publicPagesOf(client, admin, options) };
};

const publicPagesOf = async (client: Client, admin: Admin, { runs, share, only }: Options) => {
  const pages = new Map<string, Answer>();
  if (only.length > 0 && !only.includes('public')) return pages;
  const { rows } = await admin.query<{ code: string }>(
    `select distinct municipality_code as code, md5(municipality_code) as mixed from venue_directory
     where municipality_code <> $1 order by mixed limit $2`,
    [listArea, Math.round(250 * share) * (runs + 1)],
  );
  for (const { code } of rows)
    pages.set(code, await expectStatus(client, { path: `/navi/${code}`, headers: publicHeaders }, 200));
  return pages;
};
