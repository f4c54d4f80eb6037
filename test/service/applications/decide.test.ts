import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import type { Person } from '../../support/app/index.ts';
import { confirmed, fieldError } from '../../support/html.ts';
import { type Ground, ground, type Typed, venueForm } from '../venues/ground.ts';

let g: Ground;
let first: number;
beforeEach(async () => {
  g = await ground();
  first = await apply(g.people.basic, { ...venueForm(g.vaccine), representativeName: '芝 一郎' });
});

const answered = async (who: Person, url: string, fields: Typed) => {
  const asked = await g.app.send(who, url, fields);
  return g.app.send(who, url, { ...fields, _confirmed: confirmed(asked.html) });
};
const apply = async (who: Person, fields: Typed): Promise<number> => {
  const reply = await answered(who, '/venue/edit', fields);
  expect(reply.location).toMatch(/requested/);
  return Number((await g.row(sql<{ id: number }>`select max(id) as id from applications`)).id);
};
const representative = async (who = g.people.basic) =>
  (await g.row(sql<{ n: string }>`select representative_name as n from venues where venue_id = ${who.orgId}`)).n;
const state = async (id = first) =>
  (await g.row(sql<{ state: string }>`select state from applications where id = ${id}`)).state;

test('「承認」 asks, then the values hold and both are told', async () => {
  const asked = await g.app.send(g.people.municipality, `/applications/${first}/approve`, { _version: '1' });
  expect(asked.html).toContain('この申請を承認しますか');
  expect(await representative()).toBe('');
  const done = await answered(g.people.municipality, `/applications/${first}/approve`, { _version: '1' });
  expect(done.location).toBe(`/applications/${first}?done=1`);
  expect(await representative()).toBe('芝 一郎');
  expect(await state()).toBe('approved');
  expect(await g.told(g.people.basic.orgId)).toEqual(['申請が承認されました']);
  const again = await g.app.send(g.people.municipality, `/applications/${first}/approve`, { _version: '1' });
  expect(again.status).toBe(409);
});

test('「差戻し」 needs a reason; the old value stays and the venue reads why', async () => {
  const blank = await g.app.send(g.people.municipality, `/applications/${first}/return`, {
    _version: '1',
    reason: ' ',
  });
  expect(blank.status).toBe(422);
  expect(fieldError(blank.html, 'reason')).toContain('差戻しの理由を入力してください。');
  const fields = { _version: '1', reason: '届出と違います。' };
  expect((await g.app.send(g.people.municipality, `/applications/${first}/return`, fields)).status).toBe(303);
  expect(await representative()).toBe('');
  const page = await g.app.open(g.people.basic, '/venue');
  expect(page.html).toContain('理由：届出と違います。');
  expect(await g.told(g.people.basic.orgId)).toEqual(['申請が差し戻されました']);
});

test('what has changed since it was looked at is refused, and the newer version stands there', async () => {
  await answered(g.people.basic, '/venue/edit', { ...venueForm(g.vaccine), representativeName: '芝 二郎' });
  const late = await g.app.send(g.people.municipality, `/applications/${first}/approve`, { _version: '1' });
  expect(late.status).toBe(409);
  expect(late.html).toContain('芝 二郎');
  expect(late.html).toContain('第1版');
  expect(await representative()).toBe('');
  await answered(g.people.municipality, `/applications/${first}/approve`, { _version: '2' });
  expect(await representative()).toBe('芝 二郎');
});

test('a record changed past the 申請 makes a new version of it', async () => {
  const id = g.people.basic.orgId;
  const fields = { ...venueForm(g.vaccine), representativeName: '芝 三郎' };
  await g.app.send(g.people.municipality, `/venues/${id}/edit`, fields);
  const late = await g.app.send(g.people.municipality, `/applications/${first}/approve`, { _version: '1' });
  expect(late.status).toBe(409);
  expect(late.html).toContain('芝 三郎');
});

test('several at once: all or none', async () => {
  const second = await apply(g.people.satellite, {
    ...venueForm(g.vaccine, '三田クリニック'),
    [`handled.${g.vaccine}.role`]: 'satellite',
    representativeName: '三田 花子',
  });
  const pick = (version: string): Typed => ({
    [`rows.${first}.pick`]: '1',
    [`rows.${first}.version`]: '1',
    [`rows.${second}.pick`]: '1',
    [`rows.${second}.version`]: version,
  });
  expect((await g.app.send(g.people.municipality, '/applications', {})).status).toBe(422);
  expect((await g.app.send(g.people.municipality, '/applications', pick('7'))).status).toBe(409);
  const noId = { 'rows.x.pick': '1', 'rows.x.version': '1' };
  expect((await g.app.send(g.people.municipality, '/applications', noId)).status).toBe(404);
  expect(await representative()).toBe('');
  const done = await answered(g.people.municipality, '/applications', pick('1'));
  expect(done.location).toBe('/applications?approved=2');
  expect([await representative(), await representative(g.people.satellite)]).toEqual(['芝 一郎', '三田 花子']);
});

test('only the own municipality decides; only the applicant withdraws; others find nothing', async () => {
  for (const column of ['prefecture', 'ministry', 'basic', 'satellite', 'desk'] as const)
    expect((await g.app.send(g.people[column], `/applications/${first}/approve`, { _version: '1' })).status).toBe(404);
  expect((await g.app.open(g.people.satellite, `/applications/${first}`)).status).toBe(404);
  expect((await g.app.send(g.people.satellite, `/applications/${first}/withdraw`, {})).status).toBe(404);
  expect((await g.app.open(g.people.prefecture, `/applications/${first}`)).status).toBe(200);
  expect((await g.app.send(g.people.basic, `/applications/${first}/withdraw`, { _version: '1' })).status).toBe(303);
  expect(await state()).toBe('withdrawn');
  expect(await g.told(g.people.municipality.orgId)).toEqual([
    '承認依頼のお知らせ（芝公園病院）',
    '申請の取下げのお知らせ（芝公園病院）',
  ]);
});
