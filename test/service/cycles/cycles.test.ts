import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { cyclesRoom } from '../../../src/features/cycles/index.ts';
import type { Column } from '../../../src/kernel/policy.ts';
import { addPeople, type Person, START, type TestApp, testApp } from '../../support/app/index.ts';
import { testDb } from '../../support/db/index.ts';
import { confirmed, fieldError } from '../../support/html.ts';

const { db, reset } = await testDb();
let app: TestApp;
let people: Record<Column, Person>;

beforeEach(async () => {
  await reset();
  people = await addPeople(db, START);
  app = await testApp(db);
});

const rows = async <T>(query: string): Promise<T[]> =>
  db.transaction({ role: 'all' }, async (tx) => (await sql.raw<T>(query).execute(tx)).rows);
const plan = {
  registrationFrom: '2021-04-26T09:00',
  registrationTo: '2021-04-30T17:00',
  deliveryFrom: '2021/05/10',
  deliveryTo: '2021/05/23',
  vaccinationFrom: '2021/05/17',
  vaccinationTo: '2021/06/06',
  supply: '500',
};
const fifth = { newCampaign: '初回接種', vaccineId: '1', number: '5', branch: '', ...plan };
const register = async (change: Record<string, string | string[]> = {}) =>
  app.send(people.ministry, '/cycles/new', { ...fifth, ...change });
const publish = async (id: number, version = 1) => {
  const path = `/cycles/${id}/publish`;
  const asked = await app.send(people.ministry, path, { _version: String(version) });
  expect(asked.html).toContain('<dialog open');
  return app.send(people.ministry, path, { _version: String(version), _confirmed: confirmed(asked.html) });
};
const change = async (id: number, fields: Record<string, string>) => {
  const path = `/cycles/${id}/change`;
  const typed = { ...plan, reason: '供給の見込みが変わったため', ...fields };
  const asked = await app.send(people.ministry, path, typed);
  return asked.status === 200
    ? app.send(people.ministry, path, { ...typed, _confirmed: confirmed(asked.html) })
    : asked;
};

describe('a draft', () => {
  test('freezes the doses per vial of the first delivery day and is seen by 国 only', async () => {
    const { location } = await register();
    expect(location).toBe('/cycles/1?saved=draft');
    expect(await rows('select state, doses_per_vial, supply from cycles')).toEqual([
      { state: 'draft', doses_per_vial: 6, supply: 500 },
    ]);
    expect((await app.open(people.ministry, location)).html).toContain('下書き');
    for (const who of ['prefecture', 'municipality', 'basic', 'manufacturer', 'wholesaler'] as const) {
      expect((await app.open(people[who], '/cycles/1')).status).toBe(404);
      expect((await app.open(people[who], '/cycles')).html).not.toContain('第5クール');
    }
  });

  test.each([
    [{ deliveryFrom: '2021/04/11', vaccinationFrom: '2021/05/17' }, 'deliveryFrom', '接種回数が'],
    [{ vaccineId: '99' }, 'vaccineId', '選択し直して'],
    [{ newCampaign: '' }, 'newCampaign', '接種の区分'],
    [{ registrationTo: '2021-04-20T17:00' }, 'registrationTo', '開始より後'],
    [{ number: '１２３４５' }, 'number', '1〜999'],
  ])('%o is refused at its field, and what was typed stays', async (fields, name, words) => {
    const answer = await register({ ...fields, branch: '7' });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('value="7"');
    expect(fieldError(answer.html, name)).toContain(words);
    expect(await rows('select id from cycles union all select id from campaigns')).toEqual([]);
  });

  test('is unique by campaign, vaccine, number and branch; another branch and another campaign are other cycles', async () => {
    await register();
    const again = { newCampaign: '', campaignId: '1' };
    const twice = await register(again);
    expect(twice.status).toBe(422);
    expect(fieldError(twice.html, 'number')).toContain('すでに登録されています');
    expect((await register({ ...again, branch: '2' })).status).toBe(303);
    expect((await register({ newCampaign: '追加接種' })).status).toBe(303);
    expect(await rows('select id from cycles')).toHaveLength(3);
  });

  test('of which one is sent twice at the same moment is there once', async () => {
    const answers = await Promise.all([register({ _request: 'aaaaaaaa-1' }), register({ _request: 'aaaaaaaa-1' })]);
    expect(answers.map(({ location }) => location)).toEqual(['/cycles/1?saved=draft', '/cycles/1?saved=draft']);
    expect(await rows('select id from cycles')).toHaveLength(1);
  });

  test('asks before a delivery that begins while the venues still register', async () => {
    const early = { deliveryFrom: '2021/04/28', deliveryTo: '2021/05/02', vaccinationFrom: '2021/05/01' };
    const asked = await register(early);
    expect(asked).toMatchObject({ status: 200 });
    expect(asked.html).toContain('標準配送期間が登録期間の終了より前に始まります');
    expect(await rows('select id from cycles')).toEqual([]);
    expect((await register({ ...early, _confirmed: confirmed(asked.html) })).status).toBe(303);
  });

  test('may change altogether, by one person at a time', async () => {
    await register();
    const edit = { ...fifth, newCampaign: '', campaignId: '1', number: '6' };
    expect((await app.send(people.ministry, '/cycles/1/edit', { ...edit, _version: '1' })).status).toBe(303);
    const late = await app.send(people.ministry, '/cycles/1/edit', { ...edit, number: '7', _version: '1' });
    expect(late.status).toBe(409);
    expect(late.html).toContain('厚生労働省の港 太郎さんが先に変更しました');
    expect(late.html).toContain('value="7"');
    expect(await rows('select number, version from cycles')).toEqual([{ number: 6, version: 2 }]);
  });
});

describe('publishing', () => {
  test('shows the クール to all, tells the offices once, and cannot be done twice', async () => {
    await register();
    expect((await publish(1)).location).toBe('/cycles/1?saved=published');
    for (const who of ['prefecture', 'municipality', 'basic', 'satellite', 'manufacturer', 'wholesaler'] as const)
      expect((await app.open(people[who], '/cycles/1')).html).toContain('第5クール');
    const told = await rows<{ org_id: number }>(
      "select org_id from notices where kind = 'cycle.published' order by org_id",
    );
    expect(told.map(({ org_id }) => org_id)).toEqual(
      [people.prefecture, people.municipality, people.manufacturer].map(({ orgId }) => orgId).sort(),
    );
    expect((await app.send(people.ministry, '/cycles/1/publish', { _version: '2' })).status).toBe(409);
    expect((await app.send(people.ministry, '/cycles/1/edit', { ...fifth, _version: '2' })).status).toBe(409);
    expect(await rows('select id from notices')).toHaveLength(3);
  });

  test('counts only for the version that was shown', async () => {
    await register();
    const asked = await app.send(people.ministry, '/cycles/1/publish', { _version: '1' });
    await app.send(people.ministry, '/cycles/1/edit', {
      ...fifth,
      newCampaign: '',
      campaignId: '1',
      supply: '1',
      _version: '1',
    });
    const late = await app.send(people.ministry, '/cycles/1/publish', {
      _version: '1',
      _confirmed: confirmed(asked.html),
    });
    expect(late.html).toContain('<dialog open');
    expect(await rows('select state from cycles')).toEqual([{ state: 'draft' }]);
  });

  test.each(['prefecture', 'municipality', 'basic', 'manufacturer', 'wholesaler', 'desk', 'vendor'] as const)(
    'is not for %s',
    async (who) => {
      await register();
      expect((await app.send(people[who], '/cycles/1/publish', { _version: '1' })).status).toBe(404);
      expect((await app.send(people[who], '/cycles/new', fifth)).status).toBe(404);
      expect((await app.open(people[who], '/vaccines/new')).status).toBe(404);
    },
  );
});

describe('a published クール', () => {
  beforeEach(async () => {
    await register();
    await publish(1);
    await rows('update cycles set deadline_alert_done_at = now(), deadline_escalated_at = now() returning id');
  });

  test('changes its periods with a reason, which everybody reads; reminders start anew', async () => {
    const answer = await change(1, { registrationTo: '2021-05-06T17:00', _version: '2' });
    expect(answer.location).toBe('/cycles/1?saved=changed');
    const page = (await app.open(people.basic, '/cycles/1')).html;
    expect(page).toContain('供給の見込みが変わったため');
    expect(page).toContain('2021/05/06 17:00');
    expect(await rows('select deadline_alert_done_at as alert, deadline_escalated_at as late from cycles')).toEqual([
      { alert: null, late: null },
    ]);
    expect(await rows("select id from notices where kind = 'cycle.changed'")).toHaveLength(3);
  });

  test('needs a reason and a change', async () => {
    const silent = await change(1, { registrationTo: '2021-05-06T17:00', reason: ' ', _version: '2' });
    expect(fieldError(silent.html, 'reason')).toContain('変更の理由を入力');
    const same = await change(1, { _version: '2' });
    expect(same.status).toBe(422);
    expect(same.html).toContain('変更された項目がありません');
    expect(await rows('select id from cycle_changes')).toEqual([]);
  });

  test('keeps the reminders where the deadline stays, and never its vaccine', async () => {
    await change(1, { vaccinationTo: '2021/06/13', vaccineId: '99', number: '9', _version: '2' });
    expect(await rows('select number, vaccine_id, deadline_alert_done_at is not null as alert from cycles')).toEqual([
      { number: 5, vaccine_id: 1, alert: true },
    ]);
  });

  test('takes new doses per vial only while nothing is fixed', async () => {
    await rows("insert into vaccine_doses_per_vial values (1, '2021-05-20', 7) returning doses");
    const later = { deliveryFrom: '2021/05/20', vaccinationFrom: '2021/05/20' };
    await change(1, { ...later, _version: '2' });
    expect(await rows('select doses_per_vial from cycles')).toEqual([{ doses_per_vial: 7 }]);
    await rows(
      `insert into allocation_sheets (cycle_id, level, prefecture_code, municipality_code, state, saved_at) values (1, 'municipal', '13', '131032', 'fixed', now()) returning id`,
    );
    await rows(`insert into distributions (cycle_id, sheet_id, venue_id, prefecture_code, municipality_code, item, units, pieces, doses, doses_per_vial, fixed_at)
      values (1, 1, ${people.basic.orgId}, '13', '131032', 'vaccine', 1, 195, 1365, 7, now()) returning id`);
    await change(1, { ...later, deliveryFrom: '2021/05/18', _version: '3' });
    expect(await rows('select doses_per_vial, delivery_from from cycles')).toEqual([
      { doses_per_vial: 7, delivery_from: '2021-05-18' },
    ]);
  });

  test('cannot have less than what was given out', async () => {
    await rows(
      `insert into allocation_sheets (cycle_id, level, state, saved_at) values (1, 'national', 'fixed', now()) returning id`,
    );
    await rows(
      `insert into allocation_lines (sheet_id, receiver, frame, units, prefecture_code) values (1, '13', 'plan', 300, '13') returning units`,
    );
    const short = await change(1, { supply: '299', _version: '2' });
    expect(fieldError(short.html, 'supply')).toContain('300箱より少なくできません');
    expect((await change(1, { supply: '300', _version: '2' })).status).toBe(303);
  });

  test('of an old version is refused with who and when', async () => {
    await change(1, { supply: '600', _version: '2' });
    const late = await change(1, { supply: '700', _version: '2' });
    expect(late.status).toBe(409);
    expect(late.html).toContain('先に変更しました');
    expect(await rows('select supply from cycles')).toEqual([{ supply: 600 }]);
  });
});

describe('a vaccine', () => {
  const made = {
    name: 'COVID-19ワクチンモデルナ筋注',
    shortName: '武田/モデルナ',
    storage: '-20',
    unitName: '箱',
    vialsPerUnit: '10',
    route: 'wholesaler',
    announcedFrom: '2021/03/05',
    usableFrom: '2021/05/21',
    'doses.1.fromDay': '2021/05/21',
    'doses.1.doses': '10',
  };
  test('is defined and carries its own クール beside the other vaccine’s', async () => {
    const fields = { ...made, makerId: String(people.manufacturer.orgId) };
    expect((await app.send(people.ministry, '/vaccines/new', fields)).location).toBe('/vaccines/2?saved=1');
    await register();
    const moderna = {
      newCampaign: '',
      campaignId: '1',
      vaccineId: '2',
      number: '5',
      deliveryFrom: '2021/05/24',
      deliveryTo: '2021/05/31',
      vaccinationFrom: '2021/05/24',
    };
    expect((await register(moderna)).status).toBe(303);
    expect(await rows('select doses_per_vial from cycles order by id')).toEqual([
      { doses_per_vial: 6 },
      { doses_per_vial: 10 },
    ]);
    const list = (await app.open(people.ministry, '/cycles?vaccine=2')).html;
    expect(list.match(/第5クール/g)).toHaveLength(1);
  });

  test('needs another name, a maker that is one, and doses', async () => {
    const bad = { ...made, name: 'コミナティ', makerId: String(people.basic.orgId), 'doses.1.doses': '' };
    const { html, status } = await app.send(people.ministry, '/vaccines/new', bad);
    expect(status).toBe(422);
    expect(fieldError(html, 'name')).toContain('同じ名前');
    expect(fieldError(html, 'makerId')).toContain('選択し直して');
    expect(html).toContain('1行目：接種回数を入力してください。');
    expect(await rows('select id from vaccines')).toHaveLength(1);
  });

  test('new doses per vial leave a defined クール as it was; packing is fixed once 国 has fixed an allocation', async () => {
    await register();
    const comirnaty = {
      ...made,
      name: 'コミナティ',
      shortName: 'ファイザー',
      makerId: String(people.manufacturer.orgId),
      storage: '-75',
      vialsPerUnit: '195',
      dilution: '1',
      'doses.1.fromDay': '2021/04/12',
      'doses.1.doses': '7',
    };
    expect((await app.send(people.ministry, '/vaccines/1/edit', { ...comirnaty, _version: '1' })).status).toBe(303);
    expect(await rows('select doses_per_vial from cycles')).toEqual([{ doses_per_vial: 6 }]);
    expect((await app.send(people.ministry, '/vaccines/1/edit', { ...comirnaty, _version: '1' })).status).toBe(409);
    const sheet = (state: string) =>
      rows(
        `insert into allocation_sheets (cycle_id, level, revision, state, saved_at) values (1, 'national', 1, '${state}', now()) returning id`,
      );
    await sheet('draft');
    const packed = { ...comirnaty, vialsPerUnit: '200' };
    expect((await app.send(people.ministry, '/vaccines/1/edit', { ...packed, _version: '2' })).status).toBe(303);
    await rows('delete from allocation_sheets returning id');
    await sheet('fixed');
    const { html } = await app.send(people.ministry, '/vaccines/1/edit', {
      ...packed,
      vialsPerUnit: '25',
      _version: '3',
    });
    expect(fieldError(html, 'vialsPerUnit')).toContain('分配量が確定しているため');
  });
});

test('a クール whose periods are over is closed by due, shown as 終了, and refuses changes', async () => {
  await register();
  await publish(1);
  const due = (iso: string) =>
    db.transaction({ role: 'all' }, (tx) => {
      const now = new Date(iso);
      const ctx = { actor: null, now, tx, publicUrl: '', emit: async () => undefined };
      return Promise.all([
        cyclesRoom.due?.(ctx, now),
        cyclesRoom.dueMoments?.(ctx, START, new Date('2021-07-01T00:00:00+09:00')),
      ]);
    });
  const [, moments] = await due('2021-06-06T23:59:00+09:00');
  expect(moments).toEqual([new Date('2021-06-07T00:00:00+09:00')]);
  expect(await rows('select state from cycles')).toEqual([{ state: 'planned' }]);
  await due('2021-06-07T00:00:00+09:00');
  expect(await rows('select state, version from cycles')).toEqual([{ state: 'closed', version: 3 }]);
  const page = (await app.open(people.ministry, '/cycles/1')).html;
  expect(page).toContain('終了');
  expect(page).not.toContain('予定を変更する');
  const refused = await change(1, { _version: '3', supply: '600' });
  expect(refused.status).toBe(404);
  await due('2021-06-08T00:00:00+09:00');
  expect(await rows('select version from cycles')).toEqual([{ version: 3 }]);
});
