import { existsSync } from 'node:fs';

const shell = '/usr/bin/chromium-headless-shell';

/** Debian's browser for the tests: the shell without windows where it is there, since it needs half the processor. */
export const chromium = {
  executablePath: process.env.CHROMIUM ?? (existsSync(shell) ? shell : '/usr/bin/chromium'),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};
