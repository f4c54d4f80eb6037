#!/usr/bin/env node
// Starts a private PostgreSQL server, runs a command with TEST_DATABASE_URL, stops the server and removes its data.
// Usage: node test/support/db/with-postgres.mjs npx vitest run
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [command, ...args] = process.argv.slice(2);
if (!command) fail('usage: with-postgres.mjs COMMAND [ARGUMENTS…]');

const bin = binaries();
const asPostgres = process.getuid?.() === 0 ? postgresUser() : undefined;
const home = mkdtempSync(join(tmpdir(), 'v-sys-postgres-'));
if (asPostgres) chownSync(home, asPostgres.uid, asPostgres.gid);
const data = join(home, 'data');
const port = await freePort();
let server;

try {
  run('initdb', ['-D', data, '-U', 'admin', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync']);
  server = await start();
  const env = { ...process.env, TEST_DATABASE_URL: `postgres://admin@127.0.0.1:${port}/postgres` };
  process.exitCode = await waitFor(spawn(command, args, { stdio: 'inherit', env }));
} finally {
  await stop();
  rmSync(home, { recursive: true, force: true });
}

function binaries() {
  if (process.env.PG_BIN) return process.env.PG_BIN;
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const found = versions.map((version) => join(debian, version, 'bin')).find((dir) => existsSync(join(dir, 'initdb')));
  const inPath = (process.env.PATH ?? '').split(':').find((dir) => existsSync(join(dir, 'initdb')));
  return found ?? inPath ?? fail('no PostgreSQL server found: install postgresql or set PG_BIN');
}

/** PostgreSQL refuses to run as root. */
function postgresUser() {
  const id = (flag) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
  const uid = id('-u');
  return uid > 0
    ? { uid, gid: id('-g') }
    : fail('running as root, and there is no user "postgres" to run the server as');
}

function run(program, programArgs) {
  const { status, stderr } = spawnSync(join(bin, program), programArgs, {
    ...asPostgres,
    cwd: home,
    encoding: 'utf8',
    env: { ...process.env, TZ: 'UTC' },
  });
  if (status !== 0) fail(`${program} failed: ${stderr}`);
}

async function start() {
  const settings = { port, listen_addresses: '127.0.0.1', unix_socket_directories: home, fsync: 'off' };
  Object.assign(settings, { synchronous_commit: 'off', full_page_writes: 'off', max_connections: 200 });
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(join(bin, 'postgres'), ['-D', data, ...options], {
    ...asPostgres,
    cwd: home,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said = `${said}${chunk}`.slice(-4000);
  });
  for (let tries = 0; tries < 150; tries++) {
    if (child.exitCode !== null) fail(`postgres ended at its start: ${said}`);
    if (said.includes('ready to accept connections')) return child;
    await new Promise((then) => setTimeout(then, 100));
  }
  return fail(`postgres did not start: ${said}`);
}

async function stop() {
  if (!server || server.exitCode !== null) return;
  const ended = waitFor(server);
  server.kill('SIGINT'); // "fast": connections are cut
  await ended;
}

function waitFor(child) {
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  return new Promise((then) => {
    child.on('error', (error) => {
      console.error(error.message);
      then(127);
    });
    child.on('exit', (code, signal) => then(code ?? (signal ? 1 : 0)));
  });
}

function freePort() {
  return new Promise((then, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port: found } = probe.address();
      probe.close(() => then(found));
    });
  });
}

function fail(message) {
  throw new Error(message);
}
