import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const install = 'apt-get install -y tesseract-ocr poppler-utils qpdf';

/** Runs a program of the system; one that is missing says how to get it. */
export const run = (command: string, args: readonly string[]): string => {
  // Several threads of tesseract on one small picture only wait for each other.
  const env = { ...process.env, OMP_THREAD_LIMIT: '1' };
  const { error, status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 2 ** 28, env });
  if (error) throw new Error(`${command} is missing. Install it with: ${install}`, { cause: error });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${stderr}${stdout}`);
  return stdout;
};

/** A folder that is gone afterwards. */
export const inFolder = <T>(work: (dir: string) => T): T => {
  const dir = mkdtempSync(join(tmpdir(), 'v-sys-ocr-'));
  try {
    return work(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
};

/** A grey picture, one byte a dot. */
export type Picture = { readonly width: number; readonly height: number; readonly dots: Uint8Array };

const dotsPerInch = 300;
export const dotsOf = (mm: number): number => Math.round((mm / 25.4) * dotsPerInch);

const readPgm = (file: string): Picture => {
  const bytes = readFileSync(file);
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 64).toString('latin1'));
  if (!head) throw new Error(`${file} is no grey picture`);
  return { width: Number(head[1]), height: Number(head[2]), dots: bytes.subarray(head[0].length) };
};

export const writePgm = (file: string, { width, height, dots }: Picture): void =>
  writeFileSync(file, Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), dots]));

/** The pages of a PDF as printed at 300 dpi; qpdf finds nothing wrong with it. */
export const rasterise = (pdf: Uint8Array): Picture[] =>
  inFolder((dir) => {
    const file = join(dir, 'claim.pdf');
    writeFileSync(file, pdf);
    run('qpdf', ['--check', file]);
    run('pdftoppm', ['-r', String(dotsPerInch), '-gray', file, join(dir, 'page')]);
    return readdirSync(dir)
      .filter((name) => name.endsWith('.pgm'))
      .sort()
      .map((name) => readPgm(join(dir, name)));
  });
