import { gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { confirmed, fieldError } from '../../support/html.ts';
import { type Ground, ground } from './ground.ts';

let g: Ground;
beforeEach(async () => {
  g = await ground();
});

const head =
  '保険医療機関コード,医療機関・接種会場名,ふりがな,郵便番号,市町村コード,町名,電話番号,代表者名,施設分類,小規模施設,取扱ワクチン,担当者の姓,担当者の名,担当者のメールアドレス';
const fresh =
  '1310300049,𠮷田医院,ヨシダイイン,105-0011,131032,芝公園1-1,０３-０１２３-４５６７,𠮷田　髙子,医療機関,はい,ファイザー:サテライト型,𠮷田,髙子,yoshida@example.jp';
const known = '1310300015,芝公園病院,,,131032,,03-0111-2222,芝 恵子,,,,,,';
const text = (...lines: string[]) => `${[head, ...lines].join('\r\n')}\r\n`;

const upload = (content: string | Buffer, who = g.people.ministry) =>
  g.app.send(who, '/venues/import', { file: Buffer.from(content).toString('base64') });
const apply = async (url: string) => {
  const asked = await g.app.send(g.people.ministry, url);
  return g.app.send(g.people.ministry, url, { _confirmed: confirmed(asked.html) });
};
const venues = () => g.rows(sql<{ code: string; name: string }>`select code, name from venue_directory order by code`);

test('S30: creates and updates by code, invites the first user; the same file again changes nothing', async () => {
  const { location } = await upload(text(fresh, known));
  const preview = await g.app.open(g.people.ministry, location);
  expect(preview.html).toContain('新しく登録');
  for (const label of ['電話番号：', '代表者名：']) expect(preview.html).toContain(label);
  expect(await venues()).toHaveLength(2);
  expect((await apply(location)).location).toBe('/venues/import/done?create=1&update=1&also=1');
  const made = await g.row(sql<Record<string, unknown>>`
    select d.*, v.small_facility, v.representative_name, h.role from venue_directory d join venues v using (venue_id)
    join venue_vaccines h using (venue_id) where code = '1310300049'`);
  expect(made).toMatchObject({
    name: '𠮷田医院',
    kana: 'よしだいいん',
    town: '芝公園',
    street: '1-1',
    phone: '03-0123-4567',
    small_facility: true,
    role: 'satellite',
    facility_class: 'institution',
  });
  expect(
    await g.row(sql`select representative_name as n from venues where venue_id = ${g.people.basic.orgId}`),
  ).toEqual({
    n: '芝 恵子',
  });
  expect(await g.rows(sql`select 1 from mails where to_address = 'yoshida@example.jp'`)).toHaveLength(1);
  expect(await g.rows(sql`select how from venue_changes`)).toEqual([{ how: 'import' }]);
  const again = await upload(text(fresh, known));
  expect((await g.app.open(g.people.ministry, again.location)).html).toContain('変更はありません。');
  expect((await apply(again.location)).status).toBe(409);
  expect((await g.app.open(g.people.basic, `/lookup/venues?q=${encodeURIComponent('ヨシダ')}`)).html).toContain(
    '𠮷田医院',
  );
});

test('errors by row and column, and nothing at all is taken over', async () => {
  const { location } = await upload(
    text(
      fresh,
      fresh.replace('1310300049', '12'),
      known.replace('131032', '999999'),
      fresh.replace('105-0011', '000-0001'),
      fresh.replace('𠮷田医院', '医院\u202Eabc').replace('1310300049', '1310300056'),
    ),
  );
  const { html } = await g.app.open(g.people.ministry, location);
  expect(html).toContain('3行目');
  expect(html).toContain('保険医療機関コードは10桁の数字');
  expect(html).toContain('この市町村コードは見つかりません');
  expect(html).toContain('この郵便番号は見つかりません');
  expect(html).toContain('医療機関・接種会場名に使えない文字');
  expect((await apply(location)).status).toBe(409);
  expect(await venues()).toHaveLength(2);
});

test('a file cut in the middle is refused, wherever it is cut', async () => {
  const quoted = await upload(`${head}\r\n1310300049,"𠮷田医`);
  expect(fieldError(quoted.html, 'file')).toContain('途中で切れている');
  const { location } = await upload(`${head}\r\n${fresh}\r\n1310300057,高輪`);
  expect((await g.app.open(g.people.ministry, location)).html).toContain('列が足りません');
  const shorn = await upload(text(fresh).trimEnd());
  expect((await g.app.open(g.people.ministry, shorn.location)).html).toContain('ファイルの最後に改行がありません');
  // A surrogate without its other half, as some programs write it.
  const halfCharacter = Buffer.concat([
    Buffer.from(head),
    Buffer.from([0xed, 0xa0, 0xbd]),
    Buffer.from(`\r\n${fresh}\r\n`),
  ]);
  for (const bytes of [
    Buffer.from([0x1f, 0x8b, 1, 2]),
    Buffer.from([0xff, 0xfe, 0, 1]),
    Buffer.from('x'),
    halfCharacter,
  ])
    expect((await upload(bytes)).status).toBe(422);
});

test('a packed file is taken; one code twice is an error', async () => {
  expect((await upload(gzipSync(text(fresh)))).status).toBe(303);
  const { location } = await upload(text(fresh, fresh));
  expect((await g.app.open(g.people.ministry, location)).html).toContain('2行目と同じコードです');
});

test('only 国 imports, and nobody sees another’s file', async () => {
  const { location } = await upload(text(fresh));
  for (const column of ['prefecture', 'municipality', 'basic', 'desk', 'vendor'] as const) {
    expect((await g.app.open(g.people[column], location)).status).toBe(404);
    expect((await upload(text(fresh), g.people[column])).status).toBe(404);
  }
});
