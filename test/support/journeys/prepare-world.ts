import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, root, runServer } from './run-server.ts';
import { signInAll } from './sign-in-all.ts';

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

export const worldDir = (): string => join(root, '.cache', `world-${fingerprint()}`);

/** Builds the program and makes the demo world once; every worker starts from a copy of it. */
export const prepareWorld = async (): Promise<void> => {
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs')], { cwd: root, stdio: 'inherit' });
  const target = worldDir();
  if (existsSync(target)) return;
  mkdirSync(join(root, '.cache'), { recursive: true });
  for (const old of readdirSync(join(root, '.cache')).filter((name) => name.startsWith('world-'))) {
    rmSync(join(root, '.cache', old), { recursive: true, force: true });
  }
  const making = `${target}.making`;
  const server = await runServer(making, await freePort());
  await signInAll(server.url, making);
  await server.stop();
  renameSync(making, target);
};

export default prepareWorld;
