import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { manuals } from '../manual/manuals.ts';
import { anchorOf } from '../manual/model.ts';
import { digestOf } from '../manual/print/digest.ts';

const root = join(import.meta.dirname, '../..');
const required = readFileSync(join(root, 'docs/requirements.md'), 'utf8');

/** Does the palette of a PNG hold the red of the rings? */
const hasRingColour = (png: Buffer): boolean => {
  const at = png.indexOf('PLTE');
  const palette = png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4));
  return Array.from({ length: palette.length / 3 }, (_, i) => palette.subarray(i * 3, i * 3 + 3)).some(
    ([red = 0, green = 0, blue = 0]) => red > 180 && green < 60 && blue < 60,
  );
};

test('all pictures of the manuals are small enough for a checkout', () => {
  const bytes = manuals
    .flatMap(({ role }) => readdirSync(join(root, 'manuals', role, 'pictures')).map((name) => [role, name] as const))
    .reduce((sum, [role, name]) => sum + statSync(join(root, 'manuals', role, 'pictures', name)).size, 0);
  expect(bytes).toBeLessThan(10_000_000);
});

describe.each(manuals)('the manual $role', (manual) => {
  const sections = manual.chapters.flatMap((chapter) => chapter.sections);
  const folder = join(root, 'manuals', manual.role);

  test('names only requirements that there are, and each place once', () => {
    for (const id of sections.flatMap(({ ids }) => ids)) expect(required, id).toContain(`| ${id} |`);
    const anchors = sections.map(anchorOf);
    expect(new Set(anchors).size).toBe(anchors.length);
    const paths = sections.flatMap((section) => section.paths);
    expect(paths.filter((path, at) => paths.indexOf(path) !== at)).toEqual([]);
  });

  test('was built from these words: else run `npm run manual`', () => {
    const facts = JSON.parse(readFileSync(join(folder, 'manual.json'), 'utf8')) as { digest: string };
    expect(facts.digest).toBe(digestOf(manual));
    expect(existsSync(join(folder, 'manual.pdf'))).toBe(true);
  });

  test('shows every numbered step in a picture, with its ring and number', () => {
    const html = readFileSync(join(folder, 'index.html'), 'utf8');
    const steps = html.split('<li class="step" ').slice(1);
    expect(steps).toHaveLength(sections.reduce((sum, section) => sum + (section.steps?.length ?? 0), 0));
    for (const step of steps) {
      const [, id = '', number = ''] = /^id="(s-.+?-(\d+))"/.exec(step) ?? [];
      const shown = [...step.matchAll(/<img src="([^"]+)"[^>]* alt="[^"]*赤い枠と番号([^"]+?)が、/g)];
      expect(shown, id).not.toEqual([]);
      for (const [, file = '', labels = ''] of shown) {
        for (const label of labels.split('、')) expect(label, id).toMatch(new RegExp(`^(${number}(-\\d+)?|[①-⑳])$`));
        expect(hasRingColour(readFileSync(join(folder, file))), file).toBe(true);
      }
    }
  });

  test('shows the pictures that are there, each with words, and keeps the Content-Security-Policy', () => {
    const page = readFileSync(join(folder, 'index.html'), 'utf8');
    const shown = [...page.matchAll(/<img src="pictures\/([^"]+)"[^>]* alt="[^"]+">/g)].map(([, name]) => name);
    expect(['cover.png', ...shown].sort()).toEqual(readdirSync(join(folder, 'pictures')).sort());
    expect(page).not.toMatch(/<script|<style|\sstyle=|\son\w+=/);
  });
});
