import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, root, runServer } from './run-server.ts';
import { signInAll } from './sign-in-all.ts';
import { firstPlace } from './worlds.ts';

/** What the prepared world depends on: the program, the tables, the articles and the manuals. */
const fingerprint = (): string => {
  const hash = createHash('sha256');
  hash.update(readFileSync(join(root, 'dist/main.js')));
  for (const folder of ['migrations', 'dist/articles'])
    for (const file of readdirSync(join(root, folder)).sort()) hash.update(readFileSync(join(root, folder, file)));
  const manuals = join(root, 'manuals');
  for (const role of existsSync(manuals) ? readdirSync(manuals).sort() : [])
    hash.update(readFileSync(join(manuals, role, 'manual.json')));
  return hash.digest('hex').slice(0, 16);
};

const cache = join(root, '.cache');
/** A world whose tables are on a server is gone with the server, so it is made anew by each run. */
const kind = process.env.TEST_DATABASE_URL ? 'served-' : 'world-';
export const worldDir = (): string => join(cache, `${kind}${fingerprint()}`);

/** Builds the program and makes the demo world once; every worker starts from a copy of it. */
export const prepareWorld = async (): Promise<void> => {
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs')], { cwd: root, stdio: 'inherit' });
  const target = worldDir();
  if (kind === 'world-' && existsSync(target)) return;
  mkdirSync(cache, { recursive: true });
  for (const old of readdirSync(cache).filter((name) => name.startsWith(kind)))
    rmSync(join(cache, old), { recursive: true, force: true });
  const { dir, env } = await firstPlace(`${target}.making`);
  const server = await runServer(dir, await freePort(), env);
  await signInAll(server.url, dir);
  await server.stop();
  renameSync(dir, target);
};

export default prepareWorld;
