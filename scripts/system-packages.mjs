#!/usr/bin/env node
// Makes sure that what the tests need from the system is there: installs it as root on Debian, else says with which command.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const needs = [
  {
    name: 'chromium-headless-shell',
    there: () => existsSync('/usr/bin/chromium-headless-shell') || Boolean(process.env.CHROMIUM),
  },
  { name: 'fonts-noto-cjk', there: () => existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc') },
  { name: 'tesseract-ocr', there: () => existsSync('/usr/bin/tesseract') },
  { name: 'poppler-utils', there: () => existsSync('/usr/bin/pdftoppm') },
  { name: 'qpdf', there: () => existsSync('/usr/bin/qpdf') },
  { name: 'postgresql', there: () => existsSync('/usr/lib/postgresql') || Boolean(process.env.PG_BIN) },
];

const missing = needs.filter((need) => !need.there()).map((need) => need.name);
if (missing.length > 0) {
  const command = `apt-get update && apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) {
    console.error(`テストには次のものが必要です (the tests need): ${missing.join(', ')}`);
    console.error(`Debian / Ubuntu: sudo sh -c '${command}'`);
    process.exit(1);
  }
  console.log(`installing what the tests need: ${missing.join(', ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const done = spawnSync('sh', ['-c', command], { stdio: ['ignore', 'ignore', 'inherit'], env });
  if (done.status !== 0) process.exit(done.status ?? 1);
}
