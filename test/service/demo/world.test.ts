import { beforeAll, describe, expect, test } from 'vitest';
import { checkDigit } from '../../../src/demo/venue-code.ts';
import { buildDemoWorld, isDemo, isEmpty, resetDemoWorld } from '../../../src/demo/world.ts';
import { demoAccounts, demoNewcomer } from '../../../src/features/accounts/index.ts';
import { testDb } from '../../support/db/index.ts';
import { digestsOf, oneOf, rowsOf } from './support.ts';

const { db } = await testDb();
const rows = (sql: string) => rowsOf(db, sql);
const one = (sql: string) => oneOf(db, sql);

beforeAll(async () => {
  expect(await isEmpty(db)).toBe(true);
  await expect(resetDemoWorld(db)).rejects.toThrow('mark of the demo');
  await buildDemoWorld(db);
});

describe('the demo country', () => {
  test('has every prefecture and municipality with its office', async () => {
    expect(
      await rows(
        `select kind, count(*) from organisations where kind in ('prefecture','municipality') group by 1 order by 1`,
      ),
    ).toEqual([
      { kind: 'municipality', count: 1741 },
      { kind: 'prefecture', count: 47 },
    ]);
    expect(await one('select count(*) from municipalities')).toBe(1741);
  });

  test('has 3,000 venues, 600 of them 基本型, in every prefecture', async () => {
    expect(await one('select count(*) from venues')).toBe(3000);
    expect(await one(`select count(*) from venue_vaccines where role = 'basic'`)).toBe(600);
    expect(await one('select count(distinct prefecture_code) from venues')).toBe(47);
  });

  test('links every satellite to a 基本型 of its municipality', async () => {
    const wrong = `select h.venue_id from venue_vaccines h join venues v using (venue_id)
      left join venue_vaccines b on b.venue_id = h.basic_venue_id and b.vaccine_id = h.vaccine_id and b.role = 'basic'
      left join venues bv on bv.venue_id = b.venue_id and bv.municipality_code = v.municipality_code
      where h.role = 'satellite' and bv.venue_id is null`;
    expect(await rows(wrong)).toEqual([]);
  });

  test('gives venues codes of their prefecture with the right check digit', async () => {
    for (const { code, prefecture_code } of await rows('select code, prefecture_code from venue_directory')) {
      expect(String(code)).toMatch(new RegExp(`^${prefecture_code}1\\d{7}$`));
      expect(Number(String(code)[9])).toBe(checkDigit(String(code).slice(0, 9)));
    }
    expect(checkDigit('011011371')).toBe(9);
  });

  test('has real towns, phones that cannot ring and kana in hiragana', async () => {
    expect(await rows(`select code from venue_directory where town = '' or postal_code !~ '^\\d{7}$'`)).toEqual([]);
    expect(await rows(`select code from venue_directory where phone !~ '^0\\d{1,3}-0\\d*-\\d{4}$'`)).toEqual([]);
    expect(await rows(`select kana from venue_directory where kana !~ '^[ぁ-ゖー0-9]+$'`)).toEqual([]);
    expect(await rows(`select kana from doctors where kana !~ '^[ぁ-ゖー]+　[ぁ-ゖー]+$'`)).toEqual([]);
    expect(await rows(`select name from doctors where name !~ '^[^ 　]+　[^ 　]+$'`)).toEqual([]);
    expect(
      await rows(`select municipality_code from venue_directory group by municipality_code, name having count(*) > 1`),
    ).toEqual([]);
  });

  test('leaves about one venue in twenty without a doctor', async () => {
    const without = await one(
      'select count(*) from venues v where not exists (select from doctors d where d.venue_id = v.venue_id)',
    );
    expect(Number(without)).toBeGreaterThan(90);
    expect(Number(without)).toBeLessThan(210);
  });

  test('has a wholesaler for every prefecture from the first day on', async () => {
    expect(
      await one(`select count(distinct prefecture_code) from wholesaler_areas a join vaccines x on x.id = a.vaccine_id
        where x.code = 'pfizer' and municipality_code is null and from_day = '2021-02-01'`),
    ).toBe(47);
  });
});

describe('the accounts', () => {
  test('belong together in 東京都 and 港区', async () => {
    const found = await rows(
      `select user_name, u.email, o.kind, o.name, o.prefecture_code, o.municipality_code, d.code
       from users u join organisations o on o.id = u.org_id left join venue_directory d on d.venue_id = o.id
       order by u.id limit 10`,
    );
    expect(found.map(({ user_name }) => user_name)).toEqual([
      ...demoAccounts.map(({ userName }) => userName),
      demoNewcomer,
    ]);
    expect(found.map(({ email }) => email)).toEqual(
      found.map(({ user_name }) => String(user_name).replace('@v.sys', '@example.jp')),
    );
    expect(found.filter(({ kind }) => kind === 'venue')).toEqual([
      expect.objectContaining({
        user_name: 'basic@v.sys',
        name: '芝公園病院',
        code: '1310300015',
        municipality_code: '131032',
      }),
      expect.objectContaining({ user_name: 'satellite@v.sys', name: '三田クリニック', municipality_code: '131032' }),
      expect.objectContaining({ user_name: 'newcomer@v.sys', municipality_code: '131032' }),
    ]);
    expect(found.slice(2, 4)).toEqual([
      expect.objectContaining({ kind: 'municipality', name: '港区' }),
      expect.objectContaining({ kind: 'prefecture', name: '東京都' }),
    ]);
  });

  test('芝公園病院 and 三田クリニック are as they are described', async () => {
    const [hospital, clinic] = await rows(
      `select v.*, h.role, b.code as basic, o.name as vendor,
         (select count(*) from doctors d where d.venue_id = v.venue_id) as doctors
       from venues v join venue_directory p using (venue_id) join venue_vaccines h using (venue_id)
       left join venue_directory b on b.venue_id = h.basic_venue_id left join organisations o on o.id = v.vendor_id
       where p.name in ('芝公園病院', '三田クリニック') order by p.code`,
    );
    expect(hospital).toMatchObject({
      role: 'basic',
      freezers_75: 1,
      doctors: 2,
      booking_delegated: false,
      vendor: null,
    });
    expect(hospital?.representative_name).not.toBe('');
    expect(clinic).toMatchObject({
      role: 'satellite',
      basic: '1310300015',
      small_facility: true,
      booking_delegated: true,
    });
    expect(clinic?.vendor).toBe(
      await one(`select name from organisations o join users u on u.org_id = o.id where u.user_name = 'vendor@v.sys'`),
    );
  });

  test('all have been in the house but the newcomer', async () => {
    expect(
      await rows(`select user_name from users where password_hash is null or security_answer_hash is null
        or consent_at is null or first_login_at is null or phone_page_done_at is null`),
    ).toEqual([{ user_name: demoNewcomer }]);
  });

  test('have unread news', async () => {
    const kinds = await rows(
      `select n.title from notices n join users u using (org_id) where u.user_name = 'basic@v.sys' order by n.id`,
    );
    expect(kinds.map(({ title }) => title)).toEqual([
      'ワクチン等分配確定通知（市町村→医療機関・接種会場）',
      '製薬メーカーによる出荷日の入力通知',
      '卸業者による配送予定日の入力通知',
    ]);
    expect(await one('select count(*) from notice_reads')).toBe(0);
  });

  test('basic@v.sys and newcomer@v.sys have not entered クール 5, others of 港区 have', async () => {
    const entered = await rows(
      `select p.name from demands d join venue_directory p using (venue_id) where d.cycle_id = 5 and p.municipality_code = '131032'`,
    );
    expect(entered.length).toBeGreaterThan(0);
    expect(entered.map(({ name }) => name)).not.toContain('芝公園病院');
    expect(
      await one(
        `select count(*) from demands d join users u on u.org_id = d.venue_id where u.user_name = '${demoNewcomer}'`,
      ),
    ).toBe(0);
    const all = Number(await one('select count(*) from demands where cycle_id = 5'));
    expect(all / 600).toBeGreaterThan(0.6);
    expect(all / 600).toBeLessThan(0.75);
    expect(await one('select count(*) from allocation_sheets where cycle_id = 5')).toBe(0);
  });
});

await import('./sums.ts');

describe('the same every time', () => {
  test('a reset brings every row back, after whatever was done to it', { timeout: 60_000 }, async () => {
    const start = await digestsOf(db);
    await rows(`update venue_directory set name = 'x' where code = '1310300015'`);
    await rows('delete from notices');
    await rows(`insert into organisations (kind, name) values ('vendor', '後から')`);
    expect(await digestsOf(db)).not.toEqual(start);
    await resetDemoWorld(db);
    expect(await isDemo(db)).toBe(true);
    expect(await isEmpty(db)).toBe(false);
    expect(await digestsOf(db)).toEqual(start);
    const id = Number(await one('select max(id) from organisations'));
    expect(await one(`insert into organisations (kind, name) values ('vendor', '新') returning id`)).toBe(id + 1);
  });
});
