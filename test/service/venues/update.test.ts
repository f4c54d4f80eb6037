import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { confirmed, fieldError } from '../../support/html.ts';
import { type Ground, ground, type Typed, venueForm } from './ground.ts';

let g: Ground;
let typed: Typed;

beforeEach(async () => {
  g = await ground();
  typed = venueForm(g.vaccine);
});

const directory = (id = g.people.basic.orgId) =>
  g.row(sql<Record<string, unknown>>`select * from venue_directory where venue_id = ${id}`);
const venue = (id = g.people.basic.orgId) =>
  g.row(sql<Record<string, unknown>>`select * from venues where venue_id = ${id}`);
const applications = () =>
  g.rows(sql<{ state: string; revision: number }>`select state, revision from applications order by id`);
const apply = async (fields: Typed, who = g.people.basic, url = '/venue/edit') => {
  const asked = await g.app.send(who, url, fields);
  return g.app.send(who, url, { ...fields, _confirmed: confirmed(asked.html) });
};

describe('「申請・保存」', () => {
  test('saves what needs no approval at once, corrected as the manual says', async () => {
    const reply = await g.app.send(g.people.basic, '/venue/edit', {
      ...typed,
      fax: '０３（1111）2222'.replace(/[（）]/g, '-'),
      parking: '１０台',
      homepage: 'https://hospital.example.jp/',
      doctorName: '髙橋 𠮷太郎',
      doctorKana: 'タカハシ ヨシタロウ',
      doctorPhone: '０３１２３４５６７８',
      notice: '持ち物\r\n身分証',
    });
    expect(reply).toMatchObject({ status: 303, location: '/venue?saved=1' });
    expect(await venue()).toMatchObject({ fax: '03-1111-2222', version: 2 });
    expect(await directory()).toMatchObject({
      parking_spaces: 10,
      homepage: 'https://hospital.example.jp/',
      notice: '持ち物\n身分証',
    });
    const { rows } = {
      rows: await g.rows(sql<{ name: string }>`select name, kana, phone from venue_contacts where duty = 'doctor'`),
    };
    expect(rows).toEqual([{ name: '髙橋　𠮷太郎', kana: 'たかはし　よしたろう', phone: '0312345678' }]);
    expect(await applications()).toEqual([]);
  });

  test('asks before it applies for approval; free fields are saved, bound ones stay, the municipality is mailed', async () => {
    const fields = { ...typed, representativeName: '芝 一郎', phone: '03-9999-0000', receptionHours: '9:00〜17:00' };
    const asked = await g.app.send(g.people.basic, '/venue/edit', fields);
    expect(asked.status).toBe(200);
    expect(asked.html).toContain('市町村の承認が必要な項目を申請しますか');
    expect(asked.html).toContain('（未入力） → 芝 一郎');
    expect(await venue()).toMatchObject({ version: 1 });
    const reply = await apply(fields);
    expect(reply.location).toBe('/venue/requested?what=opened');
    expect(await directory()).toMatchObject({ reception_hours: '9:00〜17:00', phone: '' });
    expect(await venue()).toMatchObject({ representative_name: '' });
    expect(await applications()).toEqual([{ state: 'open', revision: 1 }]);
    expect(await g.told(g.people.municipality.orgId)).toEqual(['承認依頼のお知らせ（芝公園病院）']);
    const mails = await g.rows(sql<{ subject: string }>`select subject from mails`);
    expect(mails.map(({ subject }) => subject)).toEqual(['【V-SYS】承認依頼のお知らせ（芝公園病院）']);
  });

  test('while it waits: free fields go on, another bound change is a new version, the same again is none', async () => {
    const first = { ...typed, representativeName: '芝 一郎' };
    await apply(first);
    const free = await g.app.send(g.people.basic, '/venue/edit', { ...first, fax: '03-1111-2222' });
    expect(free.location).toBe('/venue?saved=1');
    expect(await applications()).toEqual([{ state: 'open', revision: 1 }]);
    const again = await apply({ ...first, fax: '03-1111-2222', representativeName: '芝 二郎' });
    expect(again.location).toBe('/venue/requested?what=revised');
    expect(await applications()).toEqual([{ state: 'open', revision: 2 }]);
    const page = await g.app.open(g.people.basic, '/venue');
    expect(page.html).toContain('芝 二郎');
    expect(page.html).toContain('市町村の承認待ちの申請があります');
    const back = await g.app.send(g.people.basic, '/venue/edit', { ...typed, fax: '03-1111-2222' });
    expect(back.location).toBe('/venue/requested?what=withdrawn');
    expect(await applications()).toEqual([{ state: 'withdrawn', revision: 2 }]);
  });

  test('of two people who have the page open the second is told who was first', async () => {
    await g.app.send(g.people.basic, '/venue/edit', { ...typed, fax: '03-1111-2222', _version: '1' });
    const reply = await g.app.send(g.people.basic, '/venue/edit', { ...typed, fax: '03-3333-4444', _version: '1' });
    expect(reply.status).toBe(409);
    expect(reply.html).toContain('芝公園病院の港 太郎さん');
    expect(await venue()).toMatchObject({ fax: '03-1111-2222' });
  });

  test('keeps the search of the directory right when name or kana change', async () => {
    const kana = '芝公園第一病院（シバコウエンダイイチびょういん）';
    await apply({ ...typed, name: '芝公園第一病院', kana, postalCode: '105-0011', town: '芝公園1-2-3' });
    const { id } = await g.row(sql<{ id: number }>`select id from applications`);
    const page = await g.app.open(g.people.municipality, `/applications/${id}`);
    expect(page.html).toContain('しばこうえんだいいちびょういん');
    const fields = { _version: '1' };
    const asked = await g.app.send(g.people.municipality, `/applications/${id}/approve`, fields);
    const done = await g.app.send(g.people.municipality, `/applications/${id}/approve`, {
      ...fields,
      _confirmed: confirmed(asked.html),
    });
    expect(done.status).toBe(303);
    expect(await directory()).toMatchObject({
      name: '芝公園第一病院',
      kana: 'しばこうえんだいいちびょういん',
      postal_code: '1050011',
      town: '芝公園',
      street: '1-2-3',
    });
    const found = await g.app.open(g.people.basic, `/lookup/venues?q=${encodeURIComponent('だいいち')}`);
    expect(found.html).toContain('芝公園第一病院');
    expect(await g.told(g.people.basic.orgId)).toEqual(['申請が承認されました']);
  });
});

describe('what is wrong comes back at its field and changes nothing', () => {
  test.each([
    ['facilityClass', '', '施設分類を選択してください。'],
    ['fax', '12', 'ファクシミリは0で始まる'],
    ['homepage', 'javascript:alert(1)', 'ホームページは「https://」か「http://」で始まるURL'],
    ['bookingUrl', 'ftp://example.jp/', '予約受付サイトURLは'],
    ['freezers75', '-1', 'ディープフリーザー（-75℃）（台）は0〜999の整数'],
    ['parking', 'たくさん', '駐車場（例：10台）は0以上の整数'],
    ['doctorName', '厚労太郎', '姓と名の間に全角スペース'],
    ['doctorKana', '厚労　太郎', 'ひらがなで入力してください。'],
    ['doctorPhone', '', 'ワクチン接種の担当部署の電話番号を入力してください。'],
    ['doctorEmail', '', '「メールアドレス登録を希望しない」にチェック'],
    ['vaccineAffiliation', '', 'ワクチンの保管管理の責任者の所属先を入力してください。'],
    ['postalCode', '000-0001', 'この郵便番号は見つかりません。'],
    ['postalCode', '060-0001', '港区の郵便番号を入力してください。'],
    ['bookingDelegated', 'yes', ''],
    ['kana', 'みなとくびょういん', '正式名称の後の（）の中に'],
    ['name', '', '医療機関・接種会場名を入力してください。'],
    ['receptionHours', 'a\u202Eb', '受付時間に使えない文字'],
    ['receptionHours', 'a\u0000b', '受付時間に使えない文字'],
    ['notice', '\uD83D', ''],
    ['englishName', 'x'.repeat(201), '医療機関・接種会場名（英語）は200文字以内'],
  ])('%s = %j', async (name, value, message) => {
    const reply = await g.app.send(g.people.basic, '/venue/edit', { ...typed, [name]: value });
    if (name === 'notice') return; // A lone surrogate cannot be sent by a form: it arrives as U+FFFD.
    expect(reply.status).toBe(422);
    if (message) expect(fieldError(reply.html, name)).toContain(message);
    else expect(fieldError(reply.html, 'vendorId')).toContain('予約受付業者を選択してください。');
    expect(await venue()).toMatchObject({ version: 1 });
  });

  test('script stays text', async () => {
    const text = '<script>alert(1)</script>"\'&';
    await g.app.send(g.people.basic, '/venue/edit', { ...typed, notice: text });
    const page = await g.app.open(g.people.basic, '/venue');
    expect(page.html).not.toContain('<script>alert');
    expect(page.html).toContain('&lt;script>alert(1)');
    expect(await directory()).toMatchObject({ notice: text });
  });
});

describe('who may', () => {
  test('nobody reaches another’s venue, by page or by form', async () => {
    const other = g.people.satellite.orgId;
    expect((await g.app.open(g.people.basic, `/venues/${other}`)).status).toBe(404);
    expect((await g.app.send(g.people.basic, `/venues/${other}/edit`, typed)).status).toBe(404);
    for (const column of ['manufacturer', 'wholesaler', 'vendor', 'desk'] as const)
      expect((await g.app.send(g.people[column], `/venues/${other}/edit`, typed)).status).toBe(404);
    expect((await g.app.send(g.people.ministry, `/venues/${other}/edit`, typed)).status).toBe(404);
    expect(await venue(other)).toMatchObject({ version: 1 });
  });

  test('S18: the municipality types for the venue: saved at once, kept who, and the venue is told', async () => {
    const id = g.people.basic.orgId;
    const fields = { ...typed, representativeName: '芝 一郎', fax: '03-1111-2222' };
    const reply = await g.app.send(g.people.municipality, `/venues/${id}/edit`, fields);
    expect(reply.location).toBe(`/venues/${id}?saved=1`);
    expect(await venue()).toMatchObject({ representative_name: '芝 一郎', fax: '03-1111-2222' });
    expect(await g.told(id)).toEqual(['登録情報の代行入力のお知らせ']);
    expect(await g.row(sql`select org_id, for_org_id from audit_log where action = 'venue.update'`)).toEqual({
      org_id: g.people.municipality.orgId,
      for_org_id: id,
    });
    const page = await g.app.open(g.people.basic, '/venue');
    expect(page.html).toContain('港区 港 太郎（代行入力）');
  });

  test('S18: the prefecture types for the venue: bound fields ask the municipality, who sees who typed', async () => {
    const id = g.people.basic.orgId;
    const reply = await apply({ ...typed, representativeName: '芝 一郎' }, g.people.prefecture, `/venues/${id}/edit`);
    expect(reply.location).toBe(`/venues/${id}/requested?what=opened`);
    const list = await g.app.open(g.people.municipality, '/applications');
    expect(list.html).toContain('東京都 港 太郎（芝公園病院の代行入力）');
    expect(await g.told(id)).toEqual(['登録情報の代行入力のお知らせ']);
  });
});

describe('納入先 (M2.1-3-7)', () => {
  test('the postal code fills in the town, the address is taken over by its button, nothing is saved', async () => {
    const first = { ...typed, deliverySame: '', deliveryPostalInput: '１０５－００１１', _cancel: 'fill' };
    const filled = await g.app.send(g.people.basic, '/venue/edit?address=fill', first);
    expect(filled.html).toContain('value="東京都港区芝公園"');
    const settled = await g.app.send(g.people.basic, '/venue/edit?address=confirm', {
      ...first,
      deliveryStreetInput: '1-2-3 別館',
      _cancel: 'confirm',
    });
    expect(settled.html).toContain('value="東京都港区芝公園1-2-3 別館"');
    expect(settled.html).toContain('value="105-0011"');
    expect(await venue()).toMatchObject({ delivery_address: '', version: 1 });
  });

  test('a code of several towns, even of two prefectures, offers the choice', async () => {
    const fields = { ...typed, deliveryPostalInput: '498-0000', deliveryStreetInput: '1-1', _cancel: '1' };
    const filled = await g.app.send(g.people.basic, '/venue/edit?address=fill', fields);
    expect(filled.html).toMatch(/<option[^>]*>愛知県/);
    expect(filled.html).toMatch(/<option[^>]*>三重県/);
    const refused = await g.app.send(g.people.basic, '/venue/edit?address=confirm', fields);
    expect(fieldError(refused.html, 'deliveryTownInput')).toContain('該当する地域を選択');
  });

  test('a code that does not exist is an error', async () => {
    const fields = { ...typed, deliveryPostalInput: '000-0000', _cancel: '1' };
    const filled = await g.app.send(g.people.basic, '/venue/edit?address=fill', fields);
    expect(fieldError(filled.html, 'deliveryPostalInput')).toContain('見つかりません');
  });

  test('what was typed but not taken over is not lost silently', async () => {
    const fields = { ...typed, deliverySame: '', deliveryPostalInput: '105-0011', deliveryStreetInput: '1-2-3' };
    const reply = await g.app.send(g.people.basic, '/venue/edit', fields);
    expect(reply.status).toBe(422);
    expect(fieldError(reply.html, 'deliveryStreetInput')).toContain('「住所確定」');
  });
});

test('a small facility is neither shown nor asked for the storage managers, and keeps what it had', async () => {
  await g.row(sql`update venues set small_facility = true where venue_id = ${g.people.basic.orgId}`);
  const page = await g.app.open(g.people.basic, '/venue/edit');
  expect(page.html).not.toContain('ワクチン保管管理の責任者等');
  const { vaccineAffiliation: _a, vaccineName: _n, vaccinePhone: _p, ...rest } = typed;
  expect((await g.app.send(g.people.basic, '/venue/edit', rest)).location).toBe('/venue?saved=1');
});

describe('「保存」 in place (M1.8-2)', () => {
  /** The venue as its page sends it while nothing that is required was ever entered. */
  const blank = (): Typed => ({
    ...typed,
    doctorName: '',
    doctorKana: '',
    doctorPhone: '',
    doctorEmail: '',
    vaccineAffiliation: '',
    vaccineName: '',
    vaccinePhone: '',
    facilityClass: '',
  });

  test('one field is saved though others that are required are blank; the edit page still asks for them', async () => {
    const fields = { ...blank(), fax: '03-1111-2222' };
    expect((await g.app.send(g.people.basic, '/venue/edit', fields)).status).toBe(422);
    expect(await g.app.send(g.people.basic, '/venue', fields)).toMatchObject({
      status: 303,
      location: '/venue?saved=1',
    });
    expect(await venue()).toMatchObject({ fax: '03-1111-2222' });
  });

  test('what is saved must be right itself, and with what it goes together', async () => {
    await g.app.send(g.people.basic, '/venue/edit', typed);
    const emptied = await g.app.send(g.people.basic, '/venue', { ...typed, doctorName: '' });
    expect(fieldError(emptied.html, 'doctorName')).toContain('入力してください');
    const both = await g.app.send(g.people.basic, '/venue', { ...typed, doctorEmailDeclined: '1' });
    expect(fieldError(both.html, 'doctorEmailDeclined')).toContain('メールアドレスが入力されています');
    const alone = await g.app.send(g.people.basic, '/venue', { ...typed, bookingDelegated: 'yes' });
    expect(fieldError(alone.html, 'vendorId')).toContain('予約受付業者を選択');
  });
});
