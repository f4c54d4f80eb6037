import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { testApp } from '../../support/app/index.ts';
import { testDb } from '../../support/db/index.ts';
import { fieldError } from '../../support/html.ts';
import { layGround, nameWholesaler, rowsOf, sheetOf } from './ground.ts';

const { db, reset } = await testDb();
const app = await testApp(db);
let ground: Awaited<ReturnType<typeof layGround>>;
beforeEach(async () => {
  await reset();
  ground = await layGround(db);
  await sheetOf(app, ground.people.ministry, 'national', ground.cycleId).fix({ '13.plan': '40' });
  await sheetOf(app, ground.people.prefecture, 'prefectural', ground.cycleId).fix({ '131032.plan': '5' });
});

const municipal = () => sheetOf(app, ground.people.municipality, 'municipal', ground.cycleId);
const plain = (html: string) => html.replaceAll(/<[^>]+>/g, '');
const run = (statement: ReturnType<typeof sql>) => db.transaction({ role: 'all' }, (tx) => statement.execute(tx));
type Row = {
  item: string;
  units: number | null;
  pieces: number;
  doses: number | null;
  storage: string | null;
  maker_id: number | null;
  wholesaler_id: number | null;
};
const rows = (venueId = ground.hospital) =>
  rowsOf(
    db,
    sql<Row>`select item, units, pieces, doses, storage, maker_id, wholesaler_id from distributions
      where venue_id = ${venueId} and cancelled_at is null order by id`,
  );
const addDoctor = (venueId: number) =>
  run(
    sql`insert into doctors (venue_id, prefecture_code, municipality_code, name, kana) values (${venueId}, '13', '131032', '赤坂　一郎', 'あかさか　いちろう')`,
  );

describe('分配確定', () => {
  test('makes the rows of a venue: vaccine, needles, syringes, with who brings them', async () => {
    await nameWholesaler(db, ground.people.wholesaler);
    expect((await municipal().fix({ [`${ground.hospital}.units`]: '2' })).status).toBe(303);
    const [maker, wholesaler] = [ground.people.manufacturer.orgId, ground.people.wholesaler.orgId];
    expect(await rows()).toEqual([
      {
        item: 'vaccine',
        units: 2,
        pieces: 390,
        doses: 2340,
        storage: 'freezer',
        maker_id: maker,
        wholesaler_id: wholesaler,
      },
      {
        item: 'needle',
        units: 28,
        pieces: 2800,
        doses: null,
        storage: null,
        maker_id: null,
        wholesaler_id: wholesaler,
      },
      {
        item: 'syringe',
        units: 24,
        pieces: 2400,
        doses: null,
        storage: null,
        maker_id: null,
        wholesaler_id: wholesaler,
      },
      {
        item: 'diluent_syringe',
        units: 4,
        pieces: 400,
        doses: null,
        storage: null,
        maker_id: null,
        wholesaler_id: wholesaler,
      },
    ]);
    const told = await rowsOf(
      db,
      sql<{
        org_id: number;
        link: string;
      }>`select org_id, link from notices where title = 'ワクチン等分配確定通知（市町村→医療機関・接種会場）'`,
    );
    expect(told).toEqual([{ org_id: ground.hospital, link: `/distributions?cycle=${ground.cycleId}` }]);
    const mails = await rowsOf(
      db,
      sql<{
        subject: string;
        from_name: string;
      }>`select subject, from_name from mails where org_id = ${ground.hospital}`,
    );
    expect(mails).toEqual([
      { subject: '【V-SYS】ワクチン等分配確定通知（市町村→医療機関・接種会場）', from_name: '都道府県' },
    ]);
  });

  test('the wholesaler of the municipality beats that of the prefecture; without one the dialog warns', async () => {
    const asked = await municipal().ask({ [`${ground.hospital}.units`]: '2' });
    expect(plain(asked.html)).toContain('この市町村を担当する卸業者が登録されていません');
    await nameWholesaler(db, ground.people.manufacturer);
    await nameWholesaler(db, ground.people.wholesaler, '131032');
    await municipal().fix({ [`${ground.hospital}.units`]: '2' });
    expect((await rows()).map((row) => row.wholesaler_id)).toEqual(Array(4).fill(ground.people.wholesaler.orgId));
  });

  test('smaller lots go by vials', async () => {
    await municipal().fix({ [`${ground.hospital}.vials`]: '30' });
    expect(await rows()).toMatchObject([
      { item: 'vaccine', units: null, pieces: 30, doses: 180 },
      { item: 'needle', units: 3, pieces: 300 },
      { item: 'syringe', units: 2, pieces: 200 },
      { item: 'diluent_syringe', units: 1, pieces: 100 },
    ]);
  });

  test('boxes and vials together may not pass what came in, by a single vial', async () => {
    await addDoctor(ground.clinic);
    const over = await municipal().ask({ [`${ground.hospital}.units`]: '4', [`${ground.clinic}.vials`]: '196' });
    expect(fieldError(over.html, 'total')).toContain(
      '5箱と1バイアル）が都道府県からの分配量（5箱）を1バイアル超えています',
    );
    expect(
      (await municipal().fix({ [`${ground.hospital}.units`]: '4', [`${ground.clinic}.vials`]: '195' })).status,
    ).toBe(303);
    expect(await rows(ground.clinic)).toMatchObject([
      { item: 'vaccine', units: null, pieces: 195, storage: 'dry_ice' },
      {},
      {},
      {},
    ]);
  });

  test('a venue without a doctor, or without a request, gets nothing; a zero is no row and no news', async () => {
    const noDoctor = await municipal().ask({ [`${ground.clinic}.units`]: '1' });
    expect(fieldError(noDoctor.html, `${ground.clinic}-units`)).toContain(
      '赤坂医院は医師情報が登録されていないため、分配できません',
    );
    expect(plain(noDoctor.html)).toContain('医師未登録');
    await db.raw.session('owner', (session) =>
      session.query('delete from demands where venue_id = $1', [ground.hospital]),
    );
    const noRequest = await municipal().ask({ [`${ground.hospital}.units`]: '1' });
    expect(fieldError(noRequest.html, `${ground.hospital}-units`)).toContain('納入希望量が登録されていないため');
    expect((await municipal().fix({ [`${ground.clinic}.units`]: '0' })).status).toBe(303);
    expect(await rows(ground.clinic)).toEqual([]);
    expect(await rowsOf(db, sql`select id from notices where org_id = ${ground.clinic}`)).toEqual([]);
  });
});

describe('a correction of what venues get', () => {
  beforeEach(async () => {
    await addDoctor(ground.clinic);
    await municipal().fix({ [`${ground.hospital}.units`]: '2', [`${ground.clinic}.units`]: '1' });
    await municipal().correct('赤坂医院の辞退');
  });
  const fixTo = (hospital: string, clinic: string) =>
    municipal().fix({ [`${ground.hospital}.units`]: hospital, [`${ground.clinic}.units`]: clinic });

  test('changes rows in place, takes back, adds, and tells both', async () => {
    const ids = () =>
      rowsOf(
        db,
        sql<{
          id: number;
          sheet_id: number;
        }>`select id, sheet_id from distributions where venue_id = ${ground.hospital} and cancelled_at is null order by id`,
      );
    const before = await ids();
    expect((await fixTo('3', '0')).status).toBe(303);
    expect((await rows()).map(({ pieces }) => pieces)).toEqual([585, 4100, 3600, 600]);
    expect((await ids()).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(await rows(ground.clinic)).toEqual([]);
    expect(
      await rowsOf(
        db,
        sql`select id from distributions where venue_id = ${ground.clinic} and cancelled_at is not null`,
      ),
    ).toHaveLength(4);
    for (const venue of [ground.hospital, ground.clinic])
      expect(await rowsOf(db, sql`select id from notices where org_id = ${venue}`)).toHaveLength(2);
    await municipal().correct('やはり必要');
    expect((await fixTo('3', '1')).status).toBe(303);
    expect((await rows(ground.clinic)).map(({ item }) => item)).toEqual([
      'vaccine',
      'needle',
      'syringe',
      'diluent_syringe',
    ]);
  });

  test('is refused where it takes from what was shipped', async () => {
    await run(
      sql`update distributions set ship_day = '2021-05-08' where item = 'vaccine' and venue_id = ${ground.hospital}`,
    );
    const less = await fixTo('1', '1');
    expect(less.status).toBe(422);
    expect(fieldError(less.html, `${ground.hospital}-units`)).toContain(
      'すでに出荷日が登録されているため、分配量を減らせません。',
    );
    expect((await fixTo('3', '1')).status).toBe(303);
    expect((await rows())[0]).toMatchObject({ pieces: 585 });
  });

  test('is refused where it changes what was delivered', async () => {
    await run(sql`update distributions set delivered_at = now() where item = 'needle' and venue_id = ${ground.clinic}`);
    const more = await fixTo('2', '2');
    expect(fieldError(more.html, `${ground.clinic}-units`)).toContain(
      'すでに納入されているため、分配量を変更できません。',
    );
    expect((await fixTo('3', '1')).status).toBe(303);
  });

  test('does not trip over a venue that lost its doctor or its role since, as long as it gets no more', async () => {
    await db.raw.session('owner', (session) =>
      session.query('delete from doctors where venue_id = $1', [ground.clinic]),
    );
    await db.raw.session('owner', (session) =>
      session.query('delete from venue_vaccines where venue_id = $1', [ground.clinic]),
    );
    expect(plain(await municipal().page())).toContain('取扱いなし');
    expect((await fixTo('2', '2')).status).toBe(422);
    expect((await fixTo('3', '1')).status).toBe(303);
  });

  test('keeps the doses per vial that were frozen', async () => {
    await run(sql`update cycles set doses_per_vial = 5`);
    await fixTo('3', '1');
    expect((await rows())[0]).toMatchObject({ doses: 585 * 6 });
  });

  test('of the prefecture does not take below it', async () => {
    await fixTo('2', '1');
    const prefectural = sheetOf(app, ground.people.prefecture, 'prefectural', ground.cycleId);
    await prefectural.correct('減らす');
    const answer = await prefectural.ask({ '131032.plan': '2' });
    expect(fieldError(answer.html, '131032-plan')).toContain('港区がすでに確定した分配量（3箱）より少なくできません');
    expect((await prefectural.fix({ '131032.plan': '2', '131032.adjustment': '1' })).status).toBe(303);
  });
});
