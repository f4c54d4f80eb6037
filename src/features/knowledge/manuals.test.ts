import { expect, test } from 'vitest';
import { chapterFor, helpHref, manualFileType, ownManualRole } from './manuals.ts';

const chapter = (id: string, ...paths: string[]) => ({ id, title: id, anchor: `s-${id}`, paths });
const chapters = [
  chapter('2.1', '/venue', '/venue/edit'),
  chapter('2.2', '/venue/doctors/new'),
  chapter('2.3', '/venue/doctors/:id'),
  chapter('3', '/distributions/:id', '/distributions'),
];

test('the chapter of a page is the one that names it most closely', () => {
  const of = (path: string) => chapterFor(chapters, path)?.id;
  expect(of('/venue')).toBe('2.1');
  expect(of('/venue/doctors/new')).toBe('2.2');
  expect(of('/venue/doctors/12')).toBe('2.3');
  expect(of('/venue/history')).toBe('2.1');
  expect(of('/distributions/4/lots')).toBe('3');
  expect(of('/settings')).toBeUndefined();
  expect(chapterFor(chapters, '/venue', '3')?.id).toBe('3');
  expect(chapterFor(chapters, '/venue', '9')?.id).toBe('2.1');
});

test('every page has its help but 「ホーム」 and 「ナレッジ」', () => {
  expect(helpHref('/')).toBeUndefined();
  expect(helpHref('/?a=1')).toBeUndefined();
  expect(helpHref('/knowledge/articles/a?from=x')).toBeUndefined();
  expect(helpHref('/venue/edit?a=1')).toBe('/knowledge/help?path=%2Fvenue%2Fedit');
  expect(helpHref('/claims', '5.2')).toBe('/knowledge/help?path=%2Fclaims&chapter=5.2');
});

test('of a manual only its own files are given out', () => {
  expect(manualFileType('index.html')).toBe('text/html; charset=utf-8');
  expect(manualFileType('pictures/2-1-01.png')).toBe('image/png');
  for (const path of ['../secret.png', 'pictures/../../a.png', 'chapters.json', '.env', 'pictures/', 'a/b.png', ''])
    expect(manualFileType(path), path).toBeNull();
});

test('the own manual follows the first role', () => {
  const actor = (columns: readonly string[]) => ({ columns }) as unknown as Parameters<typeof ownManualRole>[0];
  expect(ownManualRole(actor(['satellite', 'basic']))).toBe('basic');
  expect(ownManualRole(actor([]))).toBeNull();
});
