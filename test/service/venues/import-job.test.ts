import { gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { systemCtx } from '../../../src/app.ts';
import { takeOverSheetJob } from '../../../src/features/sheets/index.ts';
import { START } from '../../support/app/index.ts';
import { sheetFile } from '../../support/app/sheet-file.ts';
import { type Ground, ground } from './ground.ts';

let g: Ground;
beforeEach(async () => {
  g = await ground();
});

const head =
  '保険医療機関コード,医療機関・接種会場名,ふりがな,郵便番号,市町村コード,町名,電話番号,代表者名,施設分類,小規模施設,取扱ワクチン,担当者の姓,担当者の名,担当者のメールアドレス';
const file = (name: string): string =>
  `${[head, ...Array.from({ length: 2_001 }, (_, i) => `${1_000_000_000 + i},${name}${i},,,131032,,,,,,ファイザー:サテライト型,,,`)].join('\n')}\n`;
const venues = async (): Promise<number> =>
  Number((await g.row(sql<{ n: number }>`select count(*) as n from venue_directory`))?.n);

const run = async (importId: number, readOnly = false): Promise<void> => {
  const job = takeOverSheetJob(g.db, { now: () => START }, systemCtx('http://127.0.0.1:1'), async () => readOnly);
  await job({ importId }, { lastTry: false });
};

test('S30: a long file is taken over by a job; its page shows how far it is, and that it is done', async () => {
  const sheet = sheetFile(g.app, g.people.ministry, '/venues/import');
  const before = await venues();
  const { location } = await sheet.preview(gzipSync(file('試験')));
  // Planned once, at the upload: the page is opened as often as one likes.
  const { preview } = await g.row(sql<{ preview: object }>`select preview from sheet_imports`);
  expect(preview).toMatchObject({ counts: { create: 2_001 }, rowCount: 2_001, faultCount: 0, cutOff: false });
  expect((await g.app.open(g.people.ministry, location)).html).toContain('はじめの200行を表示しています');
  const progress = (await sheet.apply(location)).location;
  expect(progress).toBe(`${location}/progress`);
  expect((await g.app.open(g.people.ministry, progress)).html).toContain('登録しています');
  await g.rows(sql`insert into sheet_progress values (${Number(location.split('/').at(-1))}, 500, 2001)`);
  expect((await g.app.open(g.people.ministry, progress)).html).toContain('500 / 2,001 行');
  expect(await g.rows(sql`select data from pgboss.job where name = 'take-over-sheet'`)).toHaveLength(1);
  expect(await venues()).toBe(before);
  // Pressed again it is the same work.
  expect((await g.app.send(g.people.ministry, location)).location).toBe(progress);
  expect((await g.app.open(g.people.desk, progress)).status).toBe(404);
  // Another file chosen meanwhile does not throw it away.
  await sheet.preview(gzipSync(file('別')));
  expect((await g.app.open(g.people.ministry, progress)).html).toContain('登録しています');

  const importId = Number(location.split('/').at(-1));
  await expect(run(importId, true)).rejects.toThrow('read-only');
  expect(await venues()).toBe(before);
  await run(importId);
  expect(await venues()).toBe(before + 2_001);
  const { html } = await g.app.open(g.people.ministry, progress);
  expect(html).toContain('取込完了');
  expect(html).toContain('2,001件');
  expect(await g.rows(sql`select done from sheet_progress`)).toEqual([]);
  await run(importId);
  expect(await venues()).toBe(before + 2_001);
  expect(await g.rows(sql`select content from sheet_imports where id = ${importId} and content <> ''`)).toEqual([]);
  expect((await sheet.preview(gzipSync(file('試験')))).text).toContain('変更はありません。');
});

test('what no longer fits when the job comes to it changes nothing, and its page says so', async () => {
  const sheet = sheetFile(g.app, g.people.ministry, '/venues/import');
  const { location } = await sheet.preview(gzipSync(file('試験')));
  const progress = (await sheet.apply(location)).location;
  await g.rows(sql`update vaccines set short_name = '別名', name = '別名'`);
  const before = await venues();
  await run(Number(location.split('/').at(-1)));
  expect(await venues()).toBe(before);
  const { html } = await g.app.open(g.people.ministry, progress);
  expect(html).toContain('何も登録されていません');
});
