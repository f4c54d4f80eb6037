import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { manuals } from '../manual/manuals.ts';
import { anchorOf } from '../manual/model.ts';
import { digestOf } from '../manual/print/digest.ts';

const root = join(import.meta.dirname, '../..');
const required = readFileSync(join(root, 'docs/requirements.md'), 'utf8');

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

  test('shows the pictures that are there, each with words, and keeps the Content-Security-Policy', () => {
    const page = readFileSync(join(folder, 'index.html'), 'utf8');
    const shown = [...page.matchAll(/<img src="pictures\/([^"]+)"[^>]* alt="[^"]+">/g)].map(([, name]) => name);
    expect(['cover.png', ...shown].sort()).toEqual(readdirSync(join(folder, 'pictures')).sort());
    expect(page).not.toMatch(/<script|<style|\sstyle=|\son\w+=/);
  });
});
