import { hash } from '@node-rs/argon2';
import { type Bench, milliseconds, type Part, type Result, share, times } from '../bench.ts';
import { alternate, type Side } from '../compare.ts';
import { cookieOf, listArea, officeOf, refreshSessions } from '../country.ts';
import { type Client, clientOf, expectStatus, timeEach } from '../load.ts';
import { quantile } from '../stats.ts';
import { listPath } from './list.ts';

const password = 'Bench-2021';
const loginsAtOnce = 50;

/** A page that is the same for everyone: who carries a session is recognised all the same. */
const openPath = '/navi/venues/:code/report';

const codeOfOne = async ({ country: { admin } }: Bench): Promise<string> => {
  const { rows } = await admin.query<{ code: string }>(
    'select code from venue_directory where municipality_code = $1 and approved and not hidden order by venue_id limit 1',
    [listArea],
  );
  return String(rows[0]?.code);
};

const sessionCheck = async (bench: Bench): Promise<Result> => {
  const { country, options } = bench;
  await refreshSessions(country.admin);
  const path = openPath.replace(':code', await codeOfOne(bench));
  const cookie = cookieOf(await officeOf(country.admin, listArea));
  const side = (headers: Readonly<Record<string, string>>): Side => ({
    pid: country.program.pid,
    application: 'v-sys',
    admin: country.admin,
    run: () =>
      timeEach(Array(share(bench, 2000)).fill(path), 4, async () => {
        await expectStatus(country.client, { path, headers }, 200);
      }),
  });
  const pair = await alternate(side({ cookie }), side({}), options.runs);
  const cost = pair.ours.node - pair.other.node;
  return {
    what: 'The same open page with a session and without',
    ours: pair.ours,
    beside: { name: 'without', figures: pair.other },
    figure: `the session costs ${cost.toFixed(2)} ms of node CPU`,
    limit: '< 0.3 ms',
    met: cost < 0.3,
    note: 'looking the session up, setting actor and reach on the connection',
  };
};

/** Users with a password that can be typed; the country's own have none. */
const typists = async ({ country: { admin } }: Bench): Promise<string[]> => {
  const { rows } = await admin.query<{ user_name: string }>(
    `update users set password_hash = $1 where id in
       (select u.id from users u join organisations o on o.id = u.org_id where o.kind = 'venue' order by u.id limit $2)
     returning user_name`,
    [await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 }), loginsAtOnce],
  );
  return rows.map(({ user_name }) => user_name);
};

const login = async (client: Client, userName: string): Promise<void> => {
  const body = new URLSearchParams({ userName, password }).toString();
  await expectStatus(client, { path: '/login', method: 'POST', body }, 303);
};

/** The distribution list, one after the other, for as long as `during` takes; without it, so many. */
const reading = async (bench: Bench, during?: Promise<unknown>): Promise<number[]> => {
  const { client, admin } = bench.country;
  const headers = { cookie: cookieOf(await officeOf(admin, listArea)) };
  let going = true;
  void during?.finally(() => {
    going = false;
  });
  const taken: number[] = [];
  while (during ? going : taken.length < share(bench, 200)) {
    const started = performance.now();
    await expectStatus(client, { path: listPath, headers }, 200);
    taken.push(performance.now() - started);
  }
  return taken;
};

const logins = async (bench: Bench): Promise<Result> => {
  const { country } = bench;
  await refreshSessions(country.admin);
  const users = await typists(bench);
  const crowd = clientOf(country.program.url, loginsAtOnce);
  const quiet = quantile(await reading(bench), 0.5);
  const started = performance.now();
  const crowded = Promise.all(users.map((user) => login(crowd, user)));
  const during = await reading(bench, crowded);
  await crowded;
  const took = performance.now() - started;
  crowd.close();
  const ratio = quantile(during, 0.5) / quiet;
  return {
    what: `The distribution list while ${users.length} log in at once`,
    figure: `p50 ${times(ratio)}`,
    limit: '≤ 2 ×',
    met: ratio <= 2,
    note: `${milliseconds(quantile(during, 0.5))} against ${milliseconds(quiet)}; all logins were in after ${(took / 1000).toFixed(1)} s; load and program share the machine`,
  };
};

/** Issue of sessions and passwords: chapter 1. */
export const accounts: Part = {
  name: 'accounts',
  measure: async (bench) => [await sessionCheck(bench), await logins(bench)],
};
