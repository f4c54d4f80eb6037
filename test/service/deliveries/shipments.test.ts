import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { fieldError } from '../../support/html.ts';
import { deliver, makeWorld, news, readRow, sendAnswering, shipment, type World } from './world.ts';

let world: World;
beforeEach(async () => {
  world = await makeWorld();
});
const maker = () => world.people.manufacturer;
const url = () => `/shipments/${world.ids.vaccine}`;
const lots = () =>
  world.rows(
    sql`select lot, expiry, vials from delivery_lots where distribution_id = ${world.ids.vaccine} order by id`,
  );
const good = [
  ['ｅｙ ５４２０', '2021/09/30', '100'],
  ['ET3674', '2021/08/31', '95'],
] as const;

type Cells = Partial<
  Record<'shipDay' | 'lot' | 'expiry' | 'nextExchangeDay' | 'afterNextExchangeDay' | 'was' | 'version' | 'pick', string>
>;
const tableRow = (id: number, cells: Cells): Record<string, string> =>
  Object.fromEntries(
    Object.entries({
      shipDay: '',
      lot: '',
      expiry: '',
      nextExchangeDay: '',
      afterNextExchangeDay: '',
      was: '||||',
      version: '1',
      ...cells,
    }).map(([name, value]) => [`rows.${id}.${name}`, value]),
  );

describe('one row on its own page', () => {
  test('keeps days and lots in the form they have everywhere, and tells the venue', async () => {
    const reply = await world.app.send(
      maker(),
      url(),
      shipment({ ship: '2021/05/09', next: '2021/05/14', after: '2021/05/19' }, good),
    );
    expect(reply).toMatchObject({ status: 303, location: `${url()}?saved=1` });
    expect(await readRow(world, world.ids.vaccine)).toMatchObject({
      ship_day: '2021-05-09',
      next_exchange_day: '2021-05-14',
      after_next_exchange_day: '2021-05-19',
      version: 2,
    });
    expect(await lots()).toEqual([
      { lot: 'EY5420', expiry: '2021-09-30', vials: 100 },
      { lot: 'ET3674', expiry: '2021-08-31', vials: 95 },
    ]);
    const [told] = await news(world, world.people.basic.orgId);
    expect(told?.body).toContain('製薬メーカー出荷日 2021/05/09（日）');
    expect(await world.rows(sql`select from_name from mails`)).toEqual([{ from_name: '製薬メーカー' }]);
    const list = await world.app.open(world.people.basic, '/distributions');
    for (const day of ['2021/05/09（日）', '2021/05/14（金）', '2021/05/19（水）']) expect(list.html).toContain(day);
  });

  test('tells changes again, and nothing when nothing changed', async () => {
    await world.app.send(maker(), url(), shipment({ ship: '2021/05/09' }, good));
    await world.app.send(maker(), url(), shipment({ ship: '2021/05/09' }, good, 2));
    expect(await news(world, world.people.basic.orgId)).toHaveLength(1);
    await world.app.send(maker(), url(), shipment({ ship: '2021/05/10' }, good, 2));
    expect(await news(world, world.people.basic.orgId)).toHaveLength(2);
  });

  test.each([
    ['no such day', shipment({ ship: '2021/02/30' }), 'shipDay', '実在する日付'],
    ['another year', shipment({ ship: '2020/05/09' }), 'shipDay', '標準配送期間'],
    [
      'exchange before shipping',
      shipment({ ship: '2021/05/09', next: '2021/05/08' }),
      'nextExchangeDay',
      '製薬メーカー出荷日（2021/05/09（日））以降',
    ],
    [
      'exchanges in the wrong order',
      shipment({ ship: '2021/05/09', next: '2021/05/14', after: '2021/05/13' }),
      'afterNextExchangeDay',
      '次回交換期日（2021/05/14（金））以降',
    ],
    [
      'second exchange without the first',
      shipment({ ship: '2021/05/09', after: '2021/05/13' }),
      'afterNextExchangeDay',
      '先に次回交換期日',
    ],
    ['days without shipping', shipment({ next: '2021/05/14' }), 'shipDay', '製薬メーカー出荷日を入力'],
    [
      'a lot of 100 characters',
      shipment({ ship: '2021/05/09' }, [['A'.repeat(100), '2021/09/30', '195']]),
      'lots-1-lot',
      '20文字以内',
    ],
    ['a lot in kanji', shipment({ ship: '2021/05/09' }, [['ロット', '2021/09/30', '195']]), 'lots-1-lot', '英数字'],
    [
      'the same lot twice',
      shipment({ ship: '2021/05/09' }, [
        ['EY1', '2021/09/30', '100'],
        ['ey 1', '2021/09/30', '95'],
      ]),
      'lots-2-lot',
      '重複',
    ],
    ['no expiry', shipment({ ship: '2021/05/09' }, [['EY1', '', '195']]), 'lots-1-expiry', '有効期限を入力'],
    [
      'expired when shipped',
      shipment({ ship: '2021/05/09' }, [['EY1', '2021/05/09', '195']]),
      'lots-1-expiry',
      'より後の日付',
    ],
    [
      'expiry far away',
      shipment({ ship: '2021/05/09' }, [['EY1', '2201/09/30', '195']]),
      'lots-1-expiry',
      '先すぎます',
    ],
    [
      'too few vials',
      shipment({ ship: '2021/05/09' }, [['EY1', '2021/09/30', '194']]),
      'lots-1-vials',
      '分配量（195本）',
    ],
    [
      'negative vials',
      shipment({ ship: '2021/05/09' }, [['EY1', '2021/09/30', '-195']]),
      'lots-1-vials',
      '1〜999,999の整数',
    ],
    ['vials without a lot', shipment({ ship: '2021/05/09' }, [['', '', '195']]), 'lots-1-lot', 'ロット番号を入力'],
  ])('refuses %s at its field and changes nothing', async (_what, fields, name, message) => {
    const reply = await world.app.send(maker(), url(), fields);
    expect(reply.status).toBe(422);
    expect(fieldError(reply.html, name)).toContain(message);
    expect(await readRow(world, world.ids.vaccine)).toMatchObject({ ship_day: null, version: 1 });
    expect(await lots()).toEqual([]);
    expect(await news(world, world.people.basic.orgId)).toEqual([]);
  });

  test('not after the 納入予定日', async () => {
    await world.rows(sql`update distributions set delivery_day = '2021-05-10' where id = ${world.ids.vaccine}`);
    const reply = await world.app.send(maker(), url(), shipment({ ship: '2021/05/11' }));
    expect(fieldError(reply.html, 'shipDay')).toContain('納入予定日（2021/05/10（月））以前');
  });

  test('an old form is refused; after 納入 the lots stand', async () => {
    await deliver(world);
    expect((await world.app.send(maker(), url(), shipment({ ship: '2021/05/08' }, good, 1))).status).toBe(409);
    const before = await lots();
    const reply = await world.app.send(
      maker(),
      url(),
      shipment({ ship: '2021/05/08' }, [['ZZ1', '2021/09/30', '195']], 3),
    );
    expect(reply.status).toBe(303);
    expect(await lots()).toEqual(before);
    expect(await readRow(world, world.ids.vaccine)).toMatchObject({ ship_day: '2021-05-08' });
  });
});

describe('many rows in a table', () => {
  test('one lot a row; a row that was not touched stays', async () => {
    const { ids, app } = world;
    const fields = {
      ...tableRow(ids.vaccine, { shipDay: '2021/05/09', lot: 'ey5420', expiry: '2021/09/30' }),
      ...tableRow(ids.far, {}),
    };
    expect((await app.send(maker(), '/shipments', fields)).location).toBe('/shipments?saved=1&told=1');
    expect(await lots()).toEqual([{ lot: 'EY5420', expiry: '2021-09-30', vials: 195 }]);
    expect(await readRow(world, ids.far)).toMatchObject({ ship_day: null, version: 1 });
  });

  test('a day that is taken back is asked about before the venue is told', async () => {
    const { ids, app, people } = world;
    await app.send(maker(), '/shipments', tableRow(ids.vaccine, { shipDay: '2021/05/09' }));
    const emptied = tableRow(ids.vaccine, { was: '2021-05-09||||', version: '2' });
    const asked = await app.send(maker(), '/shipments', emptied);
    expect(asked.status).toBe(200);
    expect(asked.html).toContain('登録してある製薬メーカー出荷日を取り消す行が1件あります。');
    expect(await readRow(world, ids.vaccine)).toMatchObject({ ship_day: '2021-05-09' });
    expect(await news(world, people.basic.orgId)).toHaveLength(1);
    expect((await sendAnswering(app, maker(), '/shipments', emptied)).status).toBe(303);
    expect(await readRow(world, ids.vaccine)).toMatchObject({ ship_day: null });
    expect(await news(world, people.basic.orgId)).toHaveLength(2);
  });

  test('the same for the picked rows after a question; blank fields change nothing', async () => {
    const { ids, app } = world;
    const typed = tableRow(ids.vaccine, { shipDay: '2021/05/08', pick: '1' });
    const fields = {
      ...typed,
      ...tableRow(ids.far, { pick: '1' }),
      op: 'fill',
      lot: 'EY5420',
      expiry: '2021/09/30',
      shipDay: '',
    };
    const dayless = await app.send(maker(), '/shipments', fields);
    expect(fieldError(dayless.html, `rows-${ids.far}-shipDay`)).toContain('製薬メーカー出荷日を入力');
    const complete = { ...fields, ...tableRow(ids.far, { shipDay: '2021/05/09', pick: '1' }) };
    expect((await sendAnswering(app, maker(), '/shipments', complete)).status).toBe(303);
    expect(await readRow(world, ids.vaccine)).toMatchObject({ ship_day: '2021-05-08' });
    expect(await readRow(world, ids.far)).toMatchObject({ ship_day: '2021-05-09' });
    expect(await lots()).toEqual([{ lot: 'EY5420', expiry: '2021-09-30', vials: 195 }]);
  });

  test('faults stand in their cells', async () => {
    const { ids, app } = world;
    const reply = await app.send(maker(), '/shipments', tableRow(ids.vaccine, { shipDay: '2021/05/09', lot: 'EY1' }));
    expect(reply.status).toBe(422);
    expect(fieldError(reply.html, `rows-${ids.vaccine}-expiry`)).toContain('有効期限を入力');
  });
});

test('S29: only the maker’s own vaccine rows', async () => {
  const { ids, app, people, stranger } = world;
  expect((await app.open(stranger.maker, url())).status).toBe(404);
  expect((await app.send(stranger.maker, url(), shipment({ ship: '2021/05/09' }))).status).toBe(404);
  expect((await app.send(stranger.maker, '/shipments', tableRow(ids.vaccine, { shipDay: '2021/05/09' }))).status).toBe(
    404,
  );
  expect((await app.open(maker(), `/shipments/${ids.needle}`)).status).toBe(404);
  expect((await app.open(people.wholesaler, '/shipments')).status).toBe(404);
  expect((await app.open(stranger.maker, '/shipments')).html).not.toContain('芝公園病院');
});
