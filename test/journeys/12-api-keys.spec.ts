import { expect, expectAccessible, type Page, test } from '../support/journey.ts';

const h1 = (page: Page) => page.getByRole('heading', { level: 1 });

/** Makes a key under 「私の設定」 and reads it from the page that shows it once. */
const makeKey = async (page: Page, name: string, may: string): Promise<string> => {
  await page.goto('/settings');
  await page.getByRole('link', { name: 'APIキー' }).click();
  await expect(h1(page)).toHaveText('APIキー');
  await page.getByRole('textbox', { name: '名前' }).fill(name);
  await page.getByRole('checkbox', { name: may }).check();
  await page.getByRole('button', { name: '発行する' }).click();
  await expect(h1(page)).toHaveText('APIキーの発行完了');
  const shown = (await page.getByRole('main').textContent()) ?? '';
  return /vsys_[\w-]{43}/.exec(shown)?.[0] ?? '';
};
const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

test('[S8] a maker’s system reads the order list with a key that was shown once, until it is revoked', async ({
  as,
  world,
}) => {
  const page = await as('manufacturer');
  const key = await makeKey(page, '出荷システム', '発注一覧の取得');
  await expectAccessible(page);
  await page.getByRole('link', { name: '控えました' }).click();
  await expect(page.getByRole('main')).not.toContainText(key);
  await expect(page.getByRole('main')).toContainText('まだ使われていません');

  const read = (path: string, headers = {}) => fetch(`${world.url}/api/v1/${path}`, { headers });
  expect((await read('order-lists')).status).toBe(401);
  const json = await (await read('order-lists', bearer(key))).json();
  expect(json.total).toBeGreaterThan(0);
  expect(json.orders[0]).toMatchObject({
    item: 'vaccine',
    unitName: '箱',
    venueCode: expect.stringMatching(/^\d{10}$/),
  });
  const csv = await (await read('order-lists.csv', bearer(key))).text();
  expect(csv.split('\r\n')).toHaveLength(json.total + 2);
  const wrong = await read('booking-status', bearer(key));
  expect([wrong.status, wrong.headers.get('content-type')]).toEqual([403, expect.stringContaining('problem+json')]);

  await page.getByRole('link', { name: 'APIキー', exact: true }).click();
  const row = page.getByRole('row').filter({ hasText: '出荷システム' });
  await expect(row).toContainText('2021/04/26');
  await expectAccessible(page);
  await row.getByRole('link').click();
  await page.getByRole('button', { name: 'このキーを取り消す' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'OK' }).click();
  await expect(page.getByText('キーを取り消しました。')).toBeVisible();
  expect((await read('order-lists', bearer(key))).status).toBe(401);
  await page.goto('/notices');
  await expect(page.getByText('APIキーが発行されました').first()).toBeVisible();
});

test('[S31] a booking vendor’s system updates a mark by key, and the public page shows it', async ({
  as,
  visitor,
  world,
}) => {
  const key = await makeKey(await as('vendor'), '予約システム', '予約受付状況の更新');
  const { venues } = await (
    await fetch(`${world.url}/api/v1/booking-status?q=${encodeURIComponent('三田クリニック')}`, {
      headers: bearer(key),
    })
  ).json();
  const put = (code: string) =>
    fetch(`${world.url}/api/v1/booking-status/${code}`, {
      method: 'PUT',
      headers: { ...bearer(key), 'content-type': 'application/json' },
      body: JSON.stringify({ mark: 'walk_in' }),
    });
  expect((await put(venues[0].code)).status).toBe(200);
  expect((await put('1310300015')).status).toBe(404);
  const records = await makeKey(await as('basic'), '院内システム', '医療機関・接種会場の登録情報の取得');
  const record = async (code: string) =>
    (await fetch(`${world.url}/api/v1/venue-records/${code}`, { headers: bearer(records) })).json();
  expect((await record('1310300015')).fields).toMatchObject({ name: '芝公園病院', doctorName: expect.any(String) });
  expect((await record(venues[0].code)).fields).not.toHaveProperty('doctorName');
  const page = await visitor();
  await page.goto(`/navi/venues/${venues[0].code}`);
  await expect(page.getByText('予約不要').first()).toBeVisible();
});

test('[S30] the reception system sends its export by key: all or nothing, and twice changes nothing', async ({
  as,
  world,
}) => {
  const key = await makeKey(await as('ministry'), '受付システム', '受付システムのデータの取込');
  const head =
    '保険医療機関コード,医療機関・接種会場名,ふりがな,郵便番号,市町村コード,町名,電話番号,代表者名,施設分類,小規模施設,取扱ワクチン,担当者の姓,担当者の名,担当者のメールアドレス';
  const send = async (...lines: string[]) => {
    const answer = await fetch(`${world.url}/api/v1/reception-imports`, {
      method: 'POST',
      headers: { ...bearer(key), 'content-type': 'text/csv' },
      body: `${[head, ...lines].join('\r\n')}\r\n`,
    });
    return answer.json();
  };
  const fresh = '1399900021,品川台クリニック,,,131032,台場1-1,,,,,ファイザー:サテライト型,台,花子,dai@example.jp';
  const refused = await send(fresh, fresh.replace('1399900021', '12'));
  expect(refused).toMatchObject({
    status: 422,
    errors: { '3行目 保険医療機関コード': expect.stringContaining('10桁') },
  });
  expect(await send(fresh)).toEqual({ create: 1, update: 0, same: 0, invite: 1 });
  expect(await send(fresh)).toEqual({ create: 0, update: 0, same: 1, invite: 0 });
  await expect.poll(async () => (await world.mailbox('dai@example.jp')).length).toBe(1);
});

test('[S13] a clinic’s system reports its running totals by key, twice the same once, and the venue’s page shows them', async ({
  as,
  world,
}) => {
  const page = await as('satellite');
  const key = await makeKey(page, '電子カルテ', '接種実績の報告');
  const call = async (body?: object) => {
    const answer = await fetch(`${world.url}/api/v1/reports`, {
      method: body ? 'PUT' : 'GET',
      headers: { ...bearer(key), ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    return answer.json();
  };
  const { vaccine, doses } = (await call()).reports[0];
  const elderly = doses.find((cell: { name: string }) => cell.name === '高齢者 1回目');
  const total = (elderly.total ?? 0) + 10;
  const said = { reports: [{ vaccine, doses: [{ category: 'elderly', doseNumber: 1, total }] }] };
  expect(await call(said)).toMatchObject({ reports: [{ vaccine, outcome: 'registered' }] });
  expect(await call(said)).toMatchObject({ reports: [{ vaccine, outcome: 'same' }] });
  await page.goto('/reports');
  await expect(page.getByLabel('高齢者 1回目', { exact: true })).toHaveValue(String(total));
});
