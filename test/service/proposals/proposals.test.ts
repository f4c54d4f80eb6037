import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { START, testApp } from '../../support/app/index.ts';
import { testDb } from '../../support/db/index.ts';
import { confirmed } from '../../support/html.ts';
import { layGround, rowsOf, sheetOf } from '../allocations/ground.ts';

const { db, reset } = await testDb();
const app = await testApp(db);
let ground: Awaited<ReturnType<typeof layGround>>;
beforeEach(async () => {
  await reset();
  ground = await layGround(db);
});

type Who = Parameters<typeof app.send>[0];
type Level = 'national' | 'prefectural' | 'municipal';
const pathOf = (level: Level) => `/allocations/${level}/${ground.cycleId}/proposals`;
const take = async (who: Who, level: Level, rule: string, more: Record<string, string> = {}) => {
  const { html } = await app.open(who, pathOf(level));
  const version = /id="form-take-proposal"[\s\S]*?name="_version" value="(\d+)"/.exec(html)?.[1] ?? '';
  return app.send(who, pathOf(level), { _version: version, rule, amount: '', rules: '', ...more });
};
const lines = () =>
  rowsOf(
    db,
    sql<{ receiver: string; frame: string; units: number | null }>`select receiver, frame, units from allocation_lines
      order by receiver, frame desc`,
  );
const given = async () => (await lines()).map(({ receiver, units }) => [receiver, units]);

describe('国', () => {
  test('sees the proposals of its クール side by side, each with how it was computed', async () => {
    const { html, status } = await app.open(ground.people.ministry, pathOf('national'));
    expect(status).toBe(200);
    for (const text of ['人口に比例', '希望量に比例', '均等', '基本計画枠は1市町村1箱、調整枠は希望量に比例'])
      expect(html).toContain(text);
    expect(html).toContain('在庫と使用実績の両方が分かる施設がまだない');
    expect(html).not.toContain('都道府県に同じ数（東京・神奈川・大阪は2倍）');
    const other = await app.open(ground.people.ministry, `${pathOf('national')}?rules=2021-01-01&amount=50`);
    expect(other.html).toContain('都道府県に同じ数（東京・神奈川・大阪は2倍）');
    expect(other.html).toContain('残り 50箱');
  });

  test('takes one over into the draft: all of the amount, nothing of it fixed', async () => {
    const { location } = await take(ground.people.ministry, 'national', 'demand');
    expect(location).toContain('?saved=1');
    const all = await lines();
    expect(all.reduce((sum, { units }) => sum + (units ?? 0), 0)).toBe(100);
    expect(all.find(({ receiver, frame }) => receiver === '13' && frame === 'plan')?.units).toBe(100);
    expect(await rowsOf(db, sql`select state, revision from allocation_sheets`)).toEqual([
      { state: 'draft', revision: 1 },
    ]);
  });

  test('is asked before what stands in the draft is replaced', async () => {
    const { people } = ground;
    await sheetOf(app, people.ministry, 'national', ground.cycleId).save({ '13.plan': '7' });
    const asked = await take(people.ministry, 'national', 'equal');
    expect(asked.html).toContain('入力済の分配量を置き換えますか');
    expect((await given()).filter(([, units]) => units !== null)).toEqual([['13', 7]]);
    await take(people.ministry, 'national', 'equal', { _confirmed: confirmed(asked.html)[0] ?? '' });
    expect((await given()).filter(([, units]) => units === null)).toEqual([]);
  });

  test('tries less than came in, never more, and is told about a number that is none', async () => {
    for (const [amount, words] of [
      ['101', '届いた量（100）以下'],
      ['-1', '0以上の整数'],
    ] as const) {
      const { html } = await app.open(ground.people.ministry, `${pathOf('national')}?amount=${amount}`);
      expect(html).toContain(words);
      expect((await take(ground.people.ministry, 'national', 'equal', { amount })).status).toBe(409);
    }
    expect(await lines()).toEqual([]);
  });

  test('changes nothing that is fixed, and no proposal that is none', async () => {
    const { people, cycleId } = ground;
    expect((await take(people.ministry, 'national', 'need')).status).toBe(422);
    expect((await take(people.ministry, 'national', 'opening')).status).toBe(422);
    const sheet = sheetOf(app, people.ministry, 'national', cycleId);
    await sheet.fix({ '13.plan': '40' });
    expect((await take(people.ministry, 'national', 'equal')).status).toBe(409);
    await sheet.correct('見直し');
    await sheetOf(app, people.prefecture, 'prefectural', cycleId).fix({ '131032.plan': '30' });
    const { html } = await app.open(people.ministry, pathOf('national'));
    expect(html).toContain('確定した量のままにします');
  });

  test('sees what would become of it in the whole country, and why a row gets its number', async () => {
    const country = await app.open(ground.people.ministry, `${pathOf('national')}/country?rule=demand`);
    expect(country.html).toContain('全国ではどうなるか');
    // 港区 asked for 3 boxes with a doctor and 2 without: all 100 reach the one venue that may get them.
    for (const text of ['117,000', '1,365', '1,170', '195']) expect(country.html).toContain(text);
    const why = await app.open(ground.people.ministry, `${pathOf('national')}/13`);
    expect(why.html).toContain('なぜこの数か　東京都');
    expect(why.html).toContain('納入希望量は5、全体は5です。');
    expect((await app.open(ground.people.ministry, `${pathOf('national')}/99`)).status).toBe(404);
    expect((await app.open(ground.people.ministry, `${pathOf('national')}/country?rule=nothing`)).status).toBe(404);
  });
});

describe('the levels below', () => {
  beforeEach(async () => {
    await sheetOf(app, ground.people.ministry, 'national', ground.cycleId).fix({
      '13.plan': '40',
      '13.adjustment': '10',
    });
  });

  test('都道府県 follows the two frames in which its amount came', async () => {
    const { people } = ground;
    const { html } = await app.open(people.prefecture, pathOf('prefectural'));
    expect(html).toContain('基本計画枠 40箱（届いた枠のとおり）');
    await take(people.prefecture, 'prefectural', 'frames');
    const all = await lines();
    const ofSheet = all.filter(({ receiver }) => receiver.length === 6);
    const sum = (frame: string) =>
      ofSheet.filter((line) => line.frame === frame).reduce((total, { units }) => total + (units ?? 0), 0);
    expect([sum('plan'), sum('adjustment')]).toEqual([40, 10]);
    expect(ofSheet.find(({ receiver, frame }) => receiver === '131032' && frame === 'adjustment')?.units).toBe(10);
  });

  test('市町村 gives only to venues that may get something; stock and use count once they are known', async () => {
    const { people, cycleId, clinic, hospital } = ground;
    await sheetOf(app, people.prefecture, 'prefectural', cycleId).fix({ '131032.plan': '9' });
    await db.transaction({ role: 'all' }, async (tx) => {
      await sql`insert into doctors (venue_id, prefecture_code, municipality_code, name, kana)
        values (${clinic}, '13', '131032', '赤坂　医師', 'あかさか　いし')`.execute(tx);
      const vaccine = sql`(select vaccine_id from cycles where id = ${cycleId})`;
      await sql`insert into ledger_entries (venue_id, prefecture_code, municipality_code, vaccine_id, kind, vials, doses_per_vial, source, source_id, at)
        values (${hospital}, '13', '131032', ${vaccine}, 'receipt', 195, 6, 'delivery_lot', 1, ${START})`.execute(tx);
      await sql`insert into report_versions (venue_id, vaccine_id, prefecture_code, municipality_code, version, doses, discarded_vials, registered_at, registered_by)
        values (${hospital}, ${vaccine}, '13', '131032', 1, 1170, 0, ${START}, ${people.basic.userId})`.execute(tx);
    });
    // Known: 1,170 in 14 days lasts 21 days with 1,755, nothing in stock. Unknown: its 2 boxes stand in, 2,340 doses.
    await take(people.municipality, 'municipal', 'need');
    const drafted = (await given()).filter(([receiver]) =>
      [String(hospital), String(clinic)].includes(String(receiver)),
    );
    expect(Object.fromEntries(drafted)).toEqual({ [hospital]: 4, [clinic]: 5 });
    const why = await app.open(people.municipality, `${pathOf('municipal')}/${hospital}`);
    expect(why.html).toContain('必要な接種回数は1,755回、全体は4,095回です。');
    expect((await app.open(people.municipality, `${pathOf('municipal')}/${ground.neighbour}`)).status).toBe(404);
  });

  test('nobody but the giver sees its proposals', async () => {
    const { people } = ground;
    expect((await app.open(people.municipality, pathOf('prefectural'))).status).toBe(404);
    expect((await app.open(people.prefecture, pathOf('national'))).status).toBe(404);
    expect((await app.open(people.basic, pathOf('municipal'))).status).toBe(404);
  });
});
