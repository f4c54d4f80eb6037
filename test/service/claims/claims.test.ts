import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { municipalities } from '../../../src/features/areas/index.ts';
import type { Column } from '../../../src/kernel/policy.ts';
import type { Db } from '../../../src/platform/db/index.ts';
import { rasterise } from '../../ocr/tools.ts';
import { addPeople, type Person, START, type TestApp, testApp } from '../../support/app/index.ts';
import { testDb } from '../../support/db/index.ts';
import { confirmed, fieldError } from '../../support/html.ts';

let db: Db;
let app: TestApp;
let people: Record<Column, Person>;
let now = START;

beforeEach(async () => {
  ({ db } = await testDb());
  now = START;
  people = await addPeople(db, START);
  app = await testApp(db, () => now);
});

type Fields = Record<string, string | string[]>;
const example: Fields = {
  'own.with.screening': '3',
  'own.with.older': '120',
  'with.new1.prefecture': '13',
  'with.new1.municipality': '131130',
  'with.new1.screening': '1',
  'with.new1.older': '25',
  'with.new2.prefecture': '23',
  'with.new2.municipality': '232131',
  'with.new2.older': '４',
};

/** Sends a form and presses 「OK」 on its question. */
const confirm = async (who: Person, url: string, fields: Fields) => {
  const asked = await app.send(who, url, fields);
  expect(asked.status).toBe(200);
  return app.send(who, url, { ...fields, _confirmed: confirmed(asked.html) });
};
const save = (fields: Fields, version = 0, month = '2021-05') =>
  confirm(people.basic, `/claims/${month}`, { ...fields, _version: String(version) });
const rows = async <T>(query: ReturnType<typeof sql<T>>): Promise<T[]> =>
  db.transaction({ role: 'all' }, async (tx) => (await query.execute(tx)).rows as T[]);
const versions = () => rows(sql<{ n: number }>`select count(*)::int as n from claim_versions`).then(([one]) => one?.n);

describe('「保存」', () => {
  test('asks with the sums, saves after 「OK」, and comes back with what was saved', async () => {
    const asked = await app.send(people.basic, '/claims/2021-05', { ...example, _version: '0' });
    expect(asked.html).toContain('<dialog open');
    expect(asked.html).toContain('346,049円');
    expect(await versions()).toBe(0);
    expect(await save(example)).toMatchObject({ status: 303, location: '/claims/2021-05?saved=1' });
    const page = await app.open(people.basic, '/claims/2021-05?saved=1');
    expect(page.html).toContain('保存しました。');
    expect(page.html).toContain('name="with.m232131.older"');
    expect(await rows(sql`select sheets, amount::int as amount, form_version, saved_at from claim_versions`)).toEqual([
      { sheets: 153, amount: 346_049, form_version: 'v1', saved_at: START },
    ]);
  });

  test('again is a correction: a further version, the former stays, changes are shown', async () => {
    await save(example);
    now = new Date(START.getTime() + 1_200_000);
    const saved: Fields = { 'own.with.screening': '3', 'own.with.older': '121' };
    expect(await save(saved, 1)).toMatchObject({ location: '/claims/2021-05?saved=2' });
    const { html } = await app.open(people.basic, '/claims/2021-05');
    expect(html).toContain('6歳以上 120 → 121');
    expect(html).toContain('第1版');
    expect(await versions()).toBe(2);
  });

  test('of a form opened before somebody else saved is refused, with everything typed kept', async () => {
    await save(example);
    const reply = await app.send(people.basic, '/claims/2021-05', { 'own.with.older': '77', _version: '0' });
    expect(reply.status).toBe(409);
    expect(reply.html).toContain('先に変更しました');
    expect(reply.html).toContain('value="77"');
  });

  test('cannot change or remove a saved version', async () => {
    await save(example);
    await expect(rows(sql`update claim_lines set older = 0`)).rejects.toThrow();
  });
});

describe('bad input is said at its field and nothing is saved', () => {
  test.each([
    ['own.with.older', '-1', '0〜99,999の整数'],
    ['own.with.older', '1.5', '0〜99,999の整数'],
    ['own.with.older', '100000', '0〜99,999の整数'],
    ['own.with.older', 'たくさん', '0〜99,999の整数'],
  ])('%s = %s', async (name, typed, says) => {
    const reply = await app.send(people.basic, '/claims/2021-05', { [name]: typed, _version: '0' });
    expect(reply.status).toBe(422);
    expect(fieldError(reply.html, 'own-with-older')).toContain(says);
    expect(await versions()).toBe(0);
  });

  test.each([
    ['', 'choose one', { 'with.new1.older': '3' }, 'municipality', '市町村を選択してください'],
    ['', 'merged away', { 'with.new1.municipality': '131999', 'with.new1.older': '3' }, 'municipality', '合併など'],
    ['', 'the own one', { 'with.new1.municipality': '131032', 'with.new1.older': '3' }, 'municipality', '同一市内です'],
    ['', 'no counts', { 'with.new1.municipality': '131130' }, 'screening', '接種回数を入力'],
    [
      '',
      'another prefecture',
      { 'with.new1.prefecture': '23', 'with.new1.municipality': '131130', 'with.new1.older': '3' },
      'municipality',
      '都道府県に合う',
    ],
  ] as const)('%s%s', async (_blank, _name, fields, column, says) => {
    const reply = await app.send(people.basic, '/claims/2021-05', { ...fields, _version: '0' });
    expect(reply.status).toBe(422);
    expect(fieldError(reply.html, `with-new1-${column}`)).toContain(says);
    expect(await versions()).toBe(0);
  });

  test('the same municipality twice', async () => {
    const twice = { ...example, 'with.new2.prefecture': '13', 'with.new2.municipality': '131130' };
    const reply = await app.send(people.basic, '/claims/2021-05', { ...twice, _version: '0' });
    expect(fieldError(reply.html, 'with-new2-municipality')).toContain('1行目にもあります');
  });

  test('月遅れ and 返戻 above the total', async () => {
    const reply = await app.send(people.basic, '/claims/2021-05', {
      ...example,
      'late.with.late': '150',
      'late.with.returned': '4',
      _version: '0',
    });
    expect(fieldError(reply.html, 'late-with-late')).toContain('総数の合計以下');
  });

  test('時間外 and 休日 above the total (v2); below it they cost extra', async () => {
    now = new Date('2022-02-01T09:00:00+09:00');
    await rows(sql`update sessions set created_at = ${now}, last_seen_at = ${now}`);
    await rows(sql`update users set password_changed_at = ${now}`);
    const over = { 'own.with.older': '10', 'own.with.overtime': '8', 'own.with.holiday': '3' };
    const reply = await app.send(people.basic, '/claims/2022-02', { ...over, _version: '0' });
    expect(fieldError(reply.html, 'own-with-overtime')).toContain('合計以下');
    await save({ 'own.with.older': '10', 'own.with.overtime': '4', 'own.with.holiday': '2' }, 0, '2022-02');
    expect(await rows(sql`select sheets, amount::int as amount from claim_versions`)).toEqual([
      { sheets: 10, amount: 30_668 },
    ]);
  });

  test('nothing at all', async () => {
    expect((await app.send(people.basic, '/claims/2021-05', { _version: '0' })).status).toBe(422);
  });

  test.each(['2021-03', '2021-06', '2021-13', 'x'])('the month %s is not there', async (month) => {
    expect((await app.send(people.basic, `/claims/${month}`, { ...example, _version: '0' })).status).toBe(404);
    const { html } = await app.open(people.basic, `/claims?month=${month}`);
    expect(html).toContain('選択された請求月は請求できません');
  });
});

describe('without script', () => {
  test('「追加」 and 「削除」 come back with a row more or less and everything typed', async () => {
    const more = await app.send(people.basic, '/claims/2021-05?add=with', { ...example, _cancel: '1' });
    expect(more.status).toBe(200);
    expect(more.html).toContain('それ以外の方 6歳以上 3行目');
    expect(more.html).toContain('value="120"');
    const less = await app.send(people.basic, '/claims/2021-05?remove=with.new1', { ...example, _cancel: '1' });
    expect(less.html).not.toContain('name="with.new1.older"');
    expect(less.html).toContain('name="with.new2.older"');
    expect(await versions()).toBe(0);
  });

  test('choosing a prefecture and 「市町村を表示」 offers its municipalities, without the own one', async () => {
    const { html } = await app.send(people.basic, '/claims/2021-05', {
      'with.new1.prefecture': '13',
      'with.new1.municipality': '',
      _cancel: '1',
    });
    expect(html).toContain('>渋谷区</option>');
    expect(html).not.toContain('>港区</option>');
  });
});

describe('outputs', () => {
  const output = (name: string, fields: Fields = example) =>
    app.send(people.basic, '/claims/2021-05/output', { ...fields, output: name, _version: '1' });

  test('of unsaved input are refused, everything typed is kept', async () => {
    await save(example);
    const reply = await output('with', { ...example, 'own.with.older': '999' });
    expect(reply.status).toBe(409);
    expect(reply.html).toContain('先に「保存」を押してから');
    expect(reply.html).toContain('value="999"');
  });

  test('ask, are written down, and show the PDF in the browser', async () => {
    await save(example);
    expect(await output('summary-all')).toMatchObject({ status: 303, location: '/claims/2021-05?output=summary-all' });
    const asked = await app.open(people.basic, '/claims/2021-05?output=summary-all');
    expect(asked.html).toContain('<dialog open');
    expect(asked.html).toContain('東京都国民健康保険団体連合会');
    expect(asked.html).toContain('「代表者名」が登録されていないため');
    const done = await app.send(people.basic, '/claims/2021-05/print', {
      output: 'summary-all',
      _confirmed: confirmed(asked.html),
    });
    expect(done).toMatchObject({ status: 303, location: '/claims/2021-05/pdf/summary-all?version=1' });
    const pdf = await app.server.inject({ url: done.location, cookies: { sid: people.basic.sid } });
    expect(pdf.headers['content-type']).toBe('application/pdf');
    expect(pdf.headers['content-disposition']).toMatch(/^inline/);
    expect(rasterise(pdf.rawPayload)).toHaveLength(1);
    expect(await rows(sql`select output, printed_by::int as by from claim_printings`)).toEqual([
      { output: 'summary-all', by: people.basic.userId },
    ]);
  });

  test('have one page for the own municipality and one for each other', async () => {
    await save(example);
    const pdf = await app.server.inject({ url: '/claims/2021-05/pdf/with', cookies: { sid: people.basic.sid } });
    expect(rasterise(pdf.rawPayload)).toHaveLength(3);
  });

  test('without entries are not offered', async () => {
    await save(example);
    const { html } = await app.open(people.basic, '/claims/2021-05');
    expect(html).toContain('「クーポンなし」の表に入力がないため');
    expect((await app.open(people.basic, '/claims/2021-05/pdf/without')).status).toBe(404);
  });

  test('before a correction have to be put out again', async () => {
    await save(example);
    const asked = await app.open(people.basic, '/claims/2021-05?output=with');
    await app.send(people.basic, '/claims/2021-05/print', { output: 'with', _confirmed: confirmed(asked.html) });
    await save({ 'own.with.older': '1' }, 1);
    expect((await app.open(people.basic, '/claims/2021-05')).html).toContain('再出力が必要です');
    expect((await app.open(people.basic, '/claims/months')).html).toContain('再出力');
  });
});

describe('files', () => {
  test('CSV and workbook of what was claimed', async () => {
    await save(example);
    const { html: csv } = await app.open(people.basic, '/claims/2021-05/claim.csv');
    expect(csv.split('\r\n')[2]).toBe(
      '2021-05,1310300015,芝公園病院,あり,それ以外,131130,東京都,渋谷区,1,25,,26,58619',
    );
  });

  test('the workbook comes back as it went out', async () => {
    await save(example);
    const book = await app.server.inject({ url: '/claims/2021-05/claim.xlsx', cookies: { sid: people.basic.sid } });
    const file = book.rawPayload.toString('base64');
    const { location } = await app.send(people.basic, '/claims/2021-05/import', { file });
    const { html } = await app.open(people.basic, location);
    expect(html).toContain('取り込める行 3件、取り込めない行 0件');
    const sample = await app.open(people.basic, '/claims/import-sample.xlsx');
    expect(sample.html.slice(0, 2)).toBe('PK');
  });

  test('counts from a file are a proposal: shown, put into the form, saved only by 「保存」', async () => {
    await save(example);
    const reply = await app.send(people.basic, '/claims/2021-05/import', {
      file: Buffer.from('クーポン,市町村コード,6歳以上\r\nあり,131130,30\r\nあり,999999,1\r\n').toString('base64'),
    });
    expect(reply.status).toBe(303);
    const preview = await app.open(people.basic, reply.location);
    expect(preview.html).toContain('東京都渋谷区');
    expect(preview.html).toContain('市町村が見つかりません');
    const id = reply.location.split('/').at(-1) ?? '';
    const form = await app.open(people.basic, `/claims/2021-05?proposal=${id}`);
    expect(form.html).toContain('まだ保存していません');
    expect(form.html).toMatch(/name="with\.m131130\.older"[^>]*value="30"|value="30"[^>]*name="with\.m131130\.older"/);
    expect(await versions()).toBe(1);
    await save(
      {
        'with.m131130.prefecture': '13',
        'with.m131130.municipality': '131130',
        'with.m131130.older': '30',
        proposal: id,
      },
      1,
    );
    expect(await rows(sql`select taken_at from claim_proposals`)).toEqual([{ taken_at: START }]);
  });

  test.each([
    ['nothing but a head', 'クーポン,市町村コード\r\n', '行がありません'],
    ['another file', 'a,b\r\n1,2\r\n', '列「クーポン」がありません'],
  ])('%s is refused at its field', async (_name, content, says) => {
    const reply = await app.send(people.basic, '/claims/2021-05/import', {
      file: Buffer.from(content).toString('base64'),
    });
    expect(reply.status).toBe(422);
    expect(reply.html).toContain(says);
  });
});

test('1,741 municipalities at once are saved, shown and drawn', async () => {
  const others = municipalities().filter(({ code }) => code !== '131032');
  const fields = Object.fromEntries(
    others.flatMap(({ code }, i) => [
      [`with.m${code}.prefecture`, code.slice(0, 2)],
      [`with.m${code}.municipality`, code],
      [`with.m${code}.older`, String(i)],
    ]),
  );
  expect(await save(fields)).toMatchObject({ status: 303 });
  const { html } = await app.open(people.basic, '/claims/2021-05');
  expect(html).toContain('それ以外の方 6歳以上 1740行目');
  expect(html.length).toBeLessThan(12_000_000);
  const pdf = await app.server.inject({ url: '/claims/2021-05/pdf/with', cookies: { sid: people.basic.sid } });
  expect(pdf.rawPayload.subarray(-6).toString()).toContain('%%EOF');
}, 120_000);

describe('nobody else', () => {
  test('sees a venue’s claim, not even that it is there', async () => {
    await save(example);
    expect((await app.open(people.satellite, '/claims/2021-05')).html).not.toContain('346,049');
    expect((await app.open(people.satellite, '/claims/2021-05/pdf/with')).status).toBe(404);
    for (const who of [people.municipality, people.wholesaler, people.desk])
      expect((await app.open(who, '/claims/2021-05')).status).toBe(404);
  });

  test('row security holds where a WHERE is forgotten', async () => {
    await save(example);
    for (const [reach, count] of [
      [`v${people.basic.orgId}`, 1],
      [`v${people.satellite.orgId}`, 0],
      ['m131032', 1],
      ['p27', 0],
    ] as const) {
      const seen = await db.transaction({ role: 'web' }, async (tx) => {
        await sql`select set_config('app.reach', ${reach}, true), set_config('role', 'vsys_web', true)`.execute(tx);
        return (await sql<{ n: number }>`select count(*)::int as n from claim_versions`.execute(tx)).rows[0]?.n;
      });
      expect(seen, reach).toBe(count);
    }
  });
});

test('the municipality’s rule for own residents stands beside the buttons; unknown means: ask', async () => {
  expect((await app.open(people.basic, '/claims/2021-05')).html).toContain('市町村にお尋ねください');
  await rows(sql`insert into claim_rules values ('131032', '2021-04', 'direct')`);
  expect((await app.open(people.basic, '/claims/2021-05')).html).toContain('直接市町村に請求することになっています');
});
