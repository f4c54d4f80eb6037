import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Column } from '../../../src/kernel/policy.ts';
import { addPeople, type Person, START, type TestApp, testApp } from '../../support/app/index.ts';
import { testDb } from '../../support/db/index.ts';
import { confirmed, fieldError } from '../../support/html.ts';

const { db, reset } = await testDb();
let app: TestApp;
let people: Record<Column, Person>;
const head = '種別,コード,名称,電話番号,代表メールアドレス,担当者の姓,担当者の名,担当者のメールアドレス';

/** The columns and 「株式会社表薬品～」 as Excel writes them in Japan: the second byte of 表 is a backslash. */
const shiftJis =
  'ju2VyiyDUoFbg2gslryPzCyTZJhilNSNhiyR45Vcg4GBW4OLg0GDaIOMg1gsklOTlo7SgsyQqSySU5OWjtKCzJa8LJJTk5aO0oLMg4GBW4OLg0GDaIOMg1gNCom1i8aO0iwsipSOronvjtCVXJbylWmBYCwsLCwsDQo=';

const rows = async <T>(query: string): Promise<T[]> =>
  db.transaction({ role: 'all' }, async (tx) => (await sql.raw<T>(query).execute(tx)).rows);

beforeEach(async () => {
  await reset();
  people = await addPeople(db, START);
  app = await testApp(db);
});

/** Sends a file as a browser does. */
const upload = async (content: Buffer | string, who: Person = people.ministry) => {
  const edge = 'x-edge-of-the-parts';
  const payload = Buffer.concat([
    Buffer.from(`--${edge}\r\ncontent-disposition: form-data; name="_request"\r\n\r\n${crypto.randomUUID()}\r\n`),
    Buffer.from(
      `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\ncontent-type: text/csv\r\n\r\n`,
    ),
    Buffer.from(content),
    Buffer.from(`\r\n--${edge}--\r\n`),
  ]);
  const reply = await app.server.inject({
    method: 'POST',
    url: '/organisations/import',
    cookies: { sid: who.sid },
    headers: { 'content-type': `multipart/form-data; boundary=${edge}` },
    payload,
  });
  return { status: reply.statusCode, location: String(reply.headers.location ?? ''), html: reply.body };
};
const apply = async (location: string, who: Person = people.ministry) => {
  const asked = await app.send(who, location);
  return app.send(who, location, { _confirmed: confirmed(asked.html) });
};
const good = `${head}
市町村,131032,,０３−３５７８−２１１１,info@minato.example.jp,港,次郎,jiro@example.jp
卸業者,,北海薬品,,,卸,三郎,saburo@example.jp
製薬メーカー,,ファイザー株式会社,,,,,
`;

describe('a good file', () => {
  test('is shown before anything changes, then taken over as a whole', async () => {
    const { location } = await upload(good);
    const preview = (await app.open(people.ministry, location)).html;
    for (const text of ['北海薬品', '新しく登録', '変更なし', '港　次郎（jiro@example.jp）', '03-3578-2111'])
      expect(preview).toContain(text);
    expect(await rows("select id from organisations where name = '北海薬品'")).toEqual([]);
    expect((await apply(location)).location).toBe('/organisations/import/done?create=1&update=1&also=2');
    expect(await rows("select phone from organisations where kind = 'municipality'")).toEqual([
      { phone: '03-3578-2111' },
    ]);
    expect(await rows('select to_address from mails order by to_address')).toEqual([
      { to_address: 'jiro@example.jp' },
      { to_address: 'saburo@example.jp' },
    ]);
    expect(await rows('select id from sheet_imports')).toEqual([]);
    expect((await app.send(people.ministry, location)).status).toBe(404);
  });

  test('a second time changes nothing and says so', async () => {
    await apply((await upload(good)).location);
    const { location } = await upload(good);
    expect((await app.open(people.ministry, location)).html).toContain('変更はありません。');
    expect((await app.send(people.ministry, location)).status).toBe(409);
    expect(await rows("select id from users where email in ('jiro@example.jp', 'saburo@example.jp')")).toHaveLength(2);
  });

  test('of Shift_JIS is read as well as one of UTF-8 with BOM', async () => {
    const { location } = await upload(Buffer.from(shiftJis, 'base64'));
    expect((await app.open(people.ministry, location)).html).toContain('株式会社表薬品～');
    expect((await upload(`\uFEFF${good}`)).status).toBe(303);
  });

  test('is its uploader’s only', async () => {
    const { location } = await upload(good);
    expect((await app.open(people.desk, location)).status).toBe(404);
    expect((await app.send(people.desk, location)).status).toBe(404);
    expect((await upload(good, people.prefecture)).status).toBe(404);
  });

  test('confirmed at the same moment twice counts once', async () => {
    const { location } = await upload(good);
    const asked = await app.send(people.ministry, location);
    const answers = await Promise.all(
      [1, 2].map(() => app.send(people.ministry, location, { _confirmed: confirmed(asked.html) })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 404]);
    expect(await rows("select id from organisations where name = '北海薬品'")).toHaveLength(1);
  });
});

describe('a bad file', () => {
  test('with one bad row changes nothing and names row and column', async () => {
    const { location } = await upload(`${good}卸業者,,=cmd,,,,,\n市町村,999999,,,,,,\n`);
    const preview = (await app.open(people.ministry, location)).html;
    for (const text of ['エラーが2件', '5行目', '6行目', 'コード', '何も登録されていません'])
      expect(preview).toContain(text);
    expect((await app.send(people.ministry, location)).status).toBe(409);
    expect(await rows("select id from organisations where name = '北海薬品'")).toEqual([]);
  });

  test.each([
    ['nothing', '', 'ファイルを選択してください'],
    ['a missing column', good.replace('名称,', ''), '列「名称」がありません'],
    ['a file cut in the middle', `${head}\n卸業者,,"北海`, '途中で切れている'],
    ['another encoding', Buffer.from([0xff, 0xfe, 0x41, 0x00]), '文字を読み取れません'],
    ['100,000 rows', `${head}\n${'卸業者,,a,,,,,\n'.repeat(100_000)}`, '5,000行まで'],
    ['6 MB', Buffer.alloc(6 * 1024 * 1024, 'a'), '5MBまで'],
  ])('%s is told at the field', async (_what, content, words) => {
    const answer = await upload(content as string);
    expect(answer.status).toBe(422);
    expect(fieldError(answer.html, 'file')).toContain(words);
    expect(await rows('select id from sheet_imports')).toEqual([]);
  });

  test('that ends within its last row is asked to be looked at', async () => {
    const { location } = await upload(good.trimEnd());
    expect((await app.open(people.ministry, location)).html).toContain('ファイルの最後に改行がありません');
    const cut = await upload(`${head}\n卸業者,,北海薬品,,`);
    expect((await app.open(people.ministry, cut.location)).html).toContain('列が3つ足りません');
  });
});

test('what is downloaded can be sent back and changes nothing', async () => {
  const file = await app.open(people.ministry, '/organisations/export.csv');
  expect(file.html.startsWith('\uFEFF種別,コード,名称')).toBe(true);
  expect(file.html).not.toContain('厚生労働省');
  const { location } = await upload(file.html);
  expect((await app.open(people.ministry, location)).html).toContain('変更はありません。');
  const template = (await app.open(people.ministry, '/organisations/import/file.csv')).html;
  expect(template.split('\r\n').sort()).toEqual(file.html.split('\r\n').sort());
});

test('300 rows with a user each are taken over in one go', async () => {
  const lines = Array.from({ length: 300 }, (_, i) => `卸業者,,卸${i},,,卸,${i},u${i}@example.jp`);
  const { location } = await upload(`${head}\n${lines.join('\n')}\n`);
  expect((await apply(location)).location).toContain('create=300');
  expect(await rows('select count(*)::int as n from mails')).toEqual([{ n: 300 }]);
}, 60_000);
