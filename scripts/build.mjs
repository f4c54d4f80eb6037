#!/usr/bin/env node
// Builds server, islands and style sheet into dist/; with --watch again at every change, restarting the server.
const major = Number(process.versions.node.split('.')[0]);
if (major < 20) {
  console.error(
    `Node.js 20 以上が必要です（いまは ${process.versions.node}）。新しい版を入れてから、もう一度実行してください。`,
  );
  console.error('Node.js 20 or newer is needed to build. Install it and run the same command again.');
  process.exit(1);
}

const { spawn } = await import('node:child_process');
const { existsSync } = await import('node:fs');
const { cp, mkdir, readdir, rename, rm, stat, writeFile } = await import('node:fs/promises');
const path = await import('node:path');
const { fileURLToPath } = await import('node:url');
const esbuild = await import('esbuild').catch(() => {
  console.error('部品がまだ入っていません。先に npm ci を実行してください。(Run npm ci first.)');
  process.exit(1);
});

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const watching = process.argv.includes('--watch');
const outdir = path.join(root, 'dist');
const assets = path.join(outdir, 'assets');

/** What browsers of the last years understand; old office PCs are still on some of them. */
const browsers = ['chrome109', 'edge109', 'firefox115', 'safari15.6'];
const jsx = { jsx: 'automatic', jsxImportSource: 'preact' };
const shared = { absWorkingDir: root, bundle: true, metafile: true, logLevel: 'warning', ...jsx };

const findIslands = async () =>
  (await readdir(path.join(root, 'src'), { recursive: true }))
    .filter((file) => /\.island\.tsx?$/.test(file))
    .map((file) => path.join('src', file))
    .sort();

/** Threads of their own: each stands in dist/ where it stands in src/. */
const findWorkers = async () =>
  (await readdir(path.join(root, 'src'), { recursive: true }))
    .filter((file) => file.endsWith('.worker.ts'))
    .map((file) => path.join('src', file))
    .sort();

const serverOptions = (workers) => ({
  ...shared,
  entryPoints: [...['src/main.ts', 'src/admin.ts'].filter((file) => existsSync(path.join(root, file))), ...workers],
  outdir: 'dist',
  platform: 'node',
  target: 'node22',
  format: 'esm',
  packages: 'external',
  sourcemap: true,
});

const browserOptions = (islands) => ({
  ...shared,
  entryPoints: [
    ...islands.map((file) => ({ in: file, out: islandName(file).replace(/\.island$/, '') })),
    { in: 'src/ui/style/index.css', out: 'style' },
    { in: 'src/features/navi/style/index.css', out: 'navi' },
  ],
  outdir: 'dist/assets',
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  splitting: true,
  platform: 'browser',
  target: browsers,
  format: 'esm',
  minify: true,
  sourcemap: watching ? 'linked' : false,
  loader: { '.svg': 'file', '.woff2': 'file' },
});

const islandName = (file) => path.basename(file).replace(/\.tsx?$/, '');

const checkNames = (islands) => {
  const seen = new Map();
  for (const file of islands) {
    const other = seen.get(islandName(file));
    if (other) throw new Error(`two islands of the same name: ${other} and ${file}`);
    seen.set(islandName(file), file);
  }
};

/** Says under which address each style sheet and island is served. */
const writeManifest = async (metafile) => {
  const manifest = {};
  for (const [out, { entryPoint }] of Object.entries(metafile.outputs)) {
    if (!entryPoint || !/\.island\.tsx?$|\.css$/.test(entryPoint)) continue;
    const css = entryPoint.endsWith('.css') && `${path.basename(out).split('-')[0]}.css`;
    const name = css || islandName(entryPoint);
    manifest[name] = `/assets/${path.basename(out)}`;
  }
  const file = path.join(assets, 'manifest.json');
  await writeFile(`${file}.new`, `${JSON.stringify(manifest, null, 2)}\n`);
  await rename(`${file}.new`, file);
};

/** The articles that every installation starts with lie beside the bundle as they lie beside the sources. */
const copyArticles = async () => {
  const target = path.join(outdir, 'articles');
  await rm(target, { recursive: true, force: true });
  await cp(path.join(root, 'src/seed/articles'), target, { recursive: true });
};

const anHour = 3_600_000;

/** Drops files of earlier builds, though not those a server started just before may still be giving out. */
const sweep = async (metafile) => {
  const kept = new Set(['manifest.json', ...Object.keys(metafile.outputs).map((out) => path.basename(out))]);
  for (const file of await readdir(assets)) {
    const full = path.join(assets, file);
    if (!kept.has(file) && Date.now() - (await stat(full)).mtimeMs > anHour) await rm(full, { force: true });
  }
};

const build = async () => {
  const started = performance.now();
  const islands = await findIslands();
  checkNames(islands);
  await mkdir(assets, { recursive: true });
  const server = serverOptions(await findWorkers());
  const [, browser] = await Promise.all([
    server.entryPoints.length > 0 ? esbuild.build(server) : undefined,
    esbuild.build(browserOptions(islands)),
  ]);
  await writeManifest(browser.metafile);
  await copyArticles();
  if (!watching) await sweep(browser.metafile);
  console.log(`built in ${Math.round(performance.now() - started)} ms`);
};

let running;
const restart = () => {
  const start = () => {
    running = spawn(process.execPath, [path.join(outdir, 'main.js'), ...passed], { stdio: 'inherit', cwd: root });
  };
  if (!running || running.exitCode !== null) return start();
  running.once('exit', start);
  running.kill('SIGTERM');
};
const passed = process.argv.slice(2).filter((arg) => arg !== '--watch');

const buildAndRestart = async () => {
  try {
    await build();
    if (existsSync(path.join(outdir, 'main.js'))) restart();
  } catch (error) {
    if (!error.errors) console.error(error.message);
  }
};

const watch = async () => {
  const { watch: watchFolder } = await import('node:fs');
  let timer;
  watchFolder(path.join(root, 'src'), { recursive: true }, (_event, file) => {
    if (!file || !/\.(tsx?|css|json|sql|md)$/.test(file) || /\.test\.tsx?$/.test(file)) return;
    clearTimeout(timer);
    timer = setTimeout(buildAndRestart, 100);
  });
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => {
      running?.kill('SIGTERM');
      process.exit(0);
    });
  await buildAndRestart();
};

await (watching
  ? watch()
  : build().catch((error) => {
      if (!error.errors) console.error(error.message);
      process.exit(1);
    }));
