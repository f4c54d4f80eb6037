import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { fieldError } from '../../support/html.ts';
import { dayRows, makeWorld, news, readRow, sendAnswering, type World } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await makeWorld();
});
const wholesaler = () => world.people.wholesaler;
const deliveries = '/deliveries';

describe('納入予定日', () => {
  test('saves what was typed and tells the venue once a save, from the wholesaler, with the link to the list', async () => {
    const { ids, app, people } = world;
    const reply = await app.send(
      wholesaler(),
      deliveries,
      dayRows({
        [ids.vaccine]: { day: '２０２１／５／１０' },
        [ids.needle]: { day: '2021-05-11' },
        [ids.syringe]: {},
      }),
    );
    expect(reply).toMatchObject({ status: 303, location: '/deliveries?saved=2&told=1' });
    expect(await readRow(world, ids.vaccine)).toMatchObject({ delivery_day: '2021-05-10', version: 2 });
    expect(await readRow(world, ids.needle)).toMatchObject({ delivery_day: '2021-05-11' });
    expect(await readRow(world, ids.syringe)).toMatchObject({ delivery_day: null, version: 1 });
    const [told, ...more] = await news(world, people.basic.orgId);
    expect(more).toEqual([]);
    expect(told?.title).toBe('卸業者による配送予定日の入力通知');
    expect(told?.body).toContain('コミナティ 1箱（195本）　納入予定日 2021/05/10（月）');
    const mails = await world.rows(sql`select from_name, subject, body from mails`);
    expect(mails).toMatchObject([
      {
        from_name: '卸業者',
        subject: '【V-SYS】卸業者による配送予定日の入力通知',
        body: expect.stringContaining(`/distributions?cycle=${ids.cycle}\n`),
      },
    ]);
  });

  test('a change is told again, the same save sent twice is not', async () => {
    const { ids, app, people } = world;
    const first = { ...dayRows({ [ids.vaccine]: { day: '2021/05/10' } }), _request: 'aaaaaaaa-1' };
    await app.send(wholesaler(), deliveries, first);
    expect((await app.send(wholesaler(), deliveries, first)).status).toBe(303);
    expect(await news(world, people.basic.orgId)).toHaveLength(1);
    await app.send(
      wholesaler(),
      deliveries,
      dayRows({ [ids.vaccine]: { day: '2021/05/12', was: '2021-05-10', version: 2 } }),
    );
    const told = await news(world, people.basic.orgId);
    expect(told).toHaveLength(2);
    expect(told[1]?.body).toContain('2021/05/12（水）（変更前 2021/05/10（月））');
  });

  test('outside the 標準配送期間 it asks first, then takes it', async () => {
    const { ids, app } = world;
    const fields = dayRows({ [ids.needle]: { day: '2021/05/28' } });
    const asked = await app.send(wholesaler(), deliveries, fields);
    expect(asked.status).toBe(200);
    expect(asked.html).toContain('標準配送期間（2021/05/10（月）〜2021/05/23（日））の外の納入予定日が1件あります。');
    expect(await readRow(world, ids.needle)).toMatchObject({ delivery_day: null });
    expect((await sendAnswering(app, wholesaler(), deliveries, fields)).status).toBe(303);
    expect(await readRow(world, ids.needle)).toMatchObject({ delivery_day: '2021-05-28' });
  });

  test('a day that is taken back without another is asked about', async () => {
    const { ids, app, people } = world;
    await app.send(wholesaler(), deliveries, dayRows({ [ids.vaccine]: { day: '2021/05/10' } }));
    const fields = dayRows({ [ids.vaccine]: { day: '', was: '2021-05-10', version: 2 } });
    const asked = await app.send(wholesaler(), deliveries, fields);
    expect(asked.status).toBe(200);
    expect(asked.html).toContain('登録してある納入予定日を取り消す行が1件あります。');
    expect(asked.html).toContain('2021/05/10（月） を取り消し');
    expect(await readRow(world, ids.vaccine)).toMatchObject({ delivery_day: '2021-05-10' });
    expect(await news(world, people.basic.orgId)).toHaveLength(1);
    expect((await sendAnswering(app, wholesaler(), deliveries, fields)).status).toBe(303);
    expect(await readRow(world, ids.vaccine)).toMatchObject({ delivery_day: null });
    expect(await news(world, people.basic.orgId)).toHaveLength(2);
  });

  test.each([
    ['2021/02/30', '実在する日付'],
    ['あした', '実在する日付'],
    ['2012/05/10', '標準配送期間'],
    ['2022/05/10', '60日を超えて離れています'],
  ])('refuses 「%s」 at its field, keeps what was typed and changes nothing', async (typed, message) => {
    const { ids, app } = world;
    const reply = await app.send(
      wholesaler(),
      deliveries,
      dayRows({ [ids.vaccine]: { day: typed }, [ids.needle]: { day: '2021/05/11' } }),
    );
    expect(reply.status).toBe(422);
    expect(fieldError(reply.html, `rows-${ids.vaccine}-day`)).toContain(message);
    expect(reply.html).toContain(`value="${typed}"`);
    expect(reply.html).toContain('value="2021/05/11"');
    expect(await readRow(world, ids.needle)).toMatchObject({ delivery_day: null, version: 1 });
  });

  test('not before the vaccine is shipped; needles do not care', async () => {
    const { ids, app } = world;
    await world.rows(sql`update distributions set ship_day = '2021-05-12' where id = ${ids.vaccine}`);
    const reply = await app.send(
      wholesaler(),
      deliveries,
      dayRows({ [ids.vaccine]: { day: '2021/05/11' }, [ids.needle]: { day: '2021/05/11' } }),
    );
    expect(reply.status).toBe(422);
    expect(fieldError(reply.html, `rows-${ids.vaccine}-day`)).toContain('製薬メーカー出荷日（2021/05/12（水））以降');
    expect(fieldError(reply.html, `rows-${ids.needle}-day`)).toBe('');
  });

  test('an old form is refused where it was touched, and says who was faster', async () => {
    const { ids, app } = world;
    await app.send(wholesaler(), deliveries, dayRows({ [ids.vaccine]: { day: '2021/05/10' } }));
    const reply = await app.send(wholesaler(), deliveries, dayRows({ [ids.vaccine]: { day: '2021/05/14' } }));
    expect(reply.status).toBe(409);
    expect(fieldError(reply.html, `rows-${ids.vaccine}-day`)).toContain(
      '2021/04/26 09:00に東京都の卸業者が先に変更しました',
    );
    // Not touched: the old row of the same form does not stand in the way of another one.
    const other = dayRows({ [ids.vaccine]: { day: '', was: '' }, [ids.needle]: { day: '2021/05/14' } });
    expect((await app.send(wholesaler(), deliveries, other)).status).toBe(303);
    expect(await readRow(world, ids.vaccine)).toMatchObject({ delivery_day: '2021-05-10' });
  });
});

describe('まとめて入れる', () => {
  test('puts one day into the picked rows after a question that repeats the numbers', async () => {
    const { ids, app } = world;
    const fields = {
      ...dayRows({ [ids.vaccine]: { pick: true }, [ids.needle]: { pick: true }, [ids.syringe]: {} }),
      bulkDay: '2021/05/11',
      op: 'fill',
      back: `cycle=${ids.cycle}&state=missing-day`,
    };
    const asked = await app.send(wholesaler(), deliveries, fields);
    expect(asked.html).toContain('2行（1施設）に納入予定日 2021/05/11（火） を登録し、施設に知らせます。');
    const reply = await sendAnswering(app, wholesaler(), deliveries, fields);
    expect(reply.location).toBe(`/deliveries?cycle=${ids.cycle}&state=missing-day&saved=2&told=1`);
    expect(await readRow(world, ids.vaccine)).toMatchObject({ delivery_day: '2021-05-11' });
    expect(await readRow(world, ids.syringe)).toMatchObject({ delivery_day: null });
  });

  test('fills all rows without a day, and leaves the others', async () => {
    const { ids, app } = world;
    const fields = {
      ...dayRows({ [ids.vaccine]: { day: '2021/05/10' }, [ids.needle]: {}, [ids.syringe]: {} }),
      bulkDay: '2021/05/13',
      op: 'fill-empty',
    };
    expect((await sendAnswering(app, wholesaler(), deliveries, fields)).status).toBe(303);
    expect(await readRow(world, ids.vaccine)).toMatchObject({ delivery_day: '2021-05-10' });
    expect(await readRow(world, ids.syringe)).toMatchObject({ delivery_day: '2021-05-13' });
  });

  test('says so when nothing is picked or no day is given', async () => {
    const { ids, app } = world;
    const none = await app.send(wholesaler(), deliveries, {
      ...dayRows({ [ids.vaccine]: {} }),
      op: 'fill',
      bulkDay: '2021/05/13',
    });
    expect(none.status).toBe(422);
    expect(fieldError(none.html, 'summary')).toContain('行が選ばれていません');
    const dayless = await app.send(wholesaler(), deliveries, {
      ...dayRows({ [ids.vaccine]: { pick: true } }),
      op: 'fill',
    });
    expect(fieldError(dayless.html, 'bulkDay')).toContain('まとめて入れる納入予定日を入力してください。');
  });

  test('comes back to this list only', async () => {
    const { ids, app } = world;
    const reply = await app.send(wholesaler(), deliveries, {
      ...dayRows({ [ids.needle]: { day: '2021/05/11' } }),
      back: '//evil.example/?x=1',
    });
    expect(reply.location).toBe('/deliveries?saved=1&told=1');
  });
});

describe('納入の報告', () => {
  test('many at once; vaccine without lots is refused at its row', async () => {
    const { ids, app, people } = world;
    const picked = { ...dayRows({ [ids.vaccine]: { pick: true }, [ids.needle]: { pick: true } }), op: 'deliver' };
    const refused = await app.send(wholesaler(), deliveries, picked);
    expect(refused.status).toBe(422);
    expect(fieldError(refused.html, `rows-${ids.vaccine}-pick`)).toContain('ロットが登録されていません');
    expect(await readRow(world, ids.needle)).toMatchObject({ delivered_at: null });
    const supplies = { ...dayRows({ [ids.needle]: { pick: true }, [ids.syringe]: { pick: true } }), op: 'deliver' };
    expect((await sendAnswering(app, wholesaler(), deliveries, supplies)).status).toBe(303);
    expect(await readRow(world, ids.needle)).toMatchObject({ delivered_by: wholesaler().userId });
    const told = await news(world, people.basic.orgId);
    expect(told).toHaveLength(1);
    expect(told[0]?.title).toContain('受領確認のお願い');
  });

  test('takes the lots from the wholesaler where the maker has entered none; their vials add up', async () => {
    const { ids, app } = world;
    const url = `${deliveries}/${ids.vaccine}`;
    const lots = (vials: string) => ({
      'lots.1.lot': 'ｅｙ 5420',
      'lots.1.expiry': '2021/09/30',
      'lots.1.vials': vials,
    });
    const base = { day: '', op: 'deliver', _version: '1' };
    const none = await app.send(wholesaler(), url, base);
    expect(fieldError(none.html, 'lots-1-lot')).toContain('ロット番号を入力してください。');
    const short = await app.send(wholesaler(), url, { ...base, ...lots('１９０') });
    expect(fieldError(short.html, 'lots-1-vials')).toContain(
      'バイアル数の合計（190本）を分配量（195本）に合わせてください。',
    );
    expect((await sendAnswering(app, wholesaler(), url, { ...base, ...lots('１９５') })).status).toBe(303);
    expect(await world.rows(sql`select lot, expiry, vials from delivery_lots`)).toEqual([
      { lot: 'EY5420', expiry: '2021-09-30', vials: 195 },
    ]);
  });

  test('can be taken back until the venue confirmed it', async () => {
    const { ids, app } = world;
    await sendAnswering(app, wholesaler(), deliveries, { ...dayRows({ [ids.needle]: { pick: true } }), op: 'deliver' });
    const again = await app.send(wholesaler(), `${deliveries}/${ids.needle}`, {
      day: '',
      op: 'deliver',
      _version: '2',
    });
    expect(again.status).toBe(409);
    expect((await app.send(wholesaler(), `${deliveries}/${ids.needle}/take-back`, { _version: '2' })).status).toBe(303);
    expect(await readRow(world, ids.needle)).toMatchObject({ delivered_at: null, delivered_by: null });
    expect((await app.send(wholesaler(), `${deliveries}/${ids.needle}/take-back`, { _version: '3' })).status).toBe(409);
  });
});

describe('S29', () => {
  test('rows of another wholesaler do not exist, mixed into a table neither, and row security says so too', async () => {
    const { ids, app, db } = world;
    expect((await app.open(wholesaler(), `${deliveries}/${ids.far}`)).status).toBe(404);
    expect(
      (await app.send(wholesaler(), `${deliveries}/${ids.far}`, { day: '2021/05/10', _version: '1' })).status,
    ).toBe(404);
    const mixed = dayRows({ [ids.vaccine]: { day: '2021/05/10' }, [ids.far]: { day: '2021/05/10' } });
    expect((await app.send(wholesaler(), deliveries, mixed)).status).toBe(404);
    expect(await readRow(world, ids.vaccine)).toMatchObject({ delivery_day: null });
    expect(
      (await app.send(wholesaler(), deliveries, { 'rows.x.day': '', 'rows.x.was': '', 'rows.x.version': '1' })).status,
    ).toBe(404);
    const settings = { 'app.actor': '1', 'app.reach': `w${wholesaler().orgId}` };
    const { rows } = await db.transaction({ role: 'web', settings }, (tx) =>
      sql`select id from distributions`.execute(tx),
    );
    expect(rows.map((row) => Number((row as { id: number }).id)).sort((a, b) => a - b)).toEqual([
      ids.vaccine,
      ids.needle,
      ids.syringe,
      ids.diluent,
    ]);
  });

  test('is not there for others', async () => {
    const { app, people } = world;
    for (const who of [people.basic, people.manufacturer, people.municipality, people.desk])
      expect((await app.open(who, deliveries)).status).toBe(404);
    expect(await app.open(null, deliveries)).toMatchObject({ status: 303, location: '/login?to=%2Fdeliveries' });
  });
});
