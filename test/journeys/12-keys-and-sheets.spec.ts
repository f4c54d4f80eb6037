import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
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

const main = (page: Page) => page.getByRole('main');
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const download = async (page: Page, name: 'Excel' | 'CSV'): Promise<Buffer> => {
  const waiting = page.waitForEvent('download');
  await main(page).getByRole('link', { name, exact: true }).click();
  return readFileSync(await (await waiting).path());
};
const send = async (page: Page, buffer: Buffer, name: string): Promise<void> => {
  await page
    .getByLabel('ファイル')
    .setInputFiles({ name, mimeType: name.endsWith('xlsx') ? xlsx : 'text/csv', buffer });
  await page.getByRole('button', { name: '内容を確認する' }).click();
};

test('[S19] a municipality fills 第5クール in Excel: out, changed, checked, registered; twice changes nothing', async ({
  as,
}) => {
  const page = await as('municipality', { at: '/allocations/municipal/5' });
  await page.getByRole('link', { name: 'Excel・CSVで入力する' }).click();
  await expect(h1(page)).toHaveText('医療機関・接種会場への分配のファイル登録');
  await expectAccessible(page);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await download(page, 'Excel')) as unknown as ArrayBuffer);
  const sheet = book.worksheets[0] as ExcelJS.Worksheet;
  const row = sheet.getRows(2, sheet.rowCount)?.find((one) => one.getCell(3).value === '芝公園病院');
  (row as ExcelJS.Row).getCell(5).value = 3;
  const filled = Buffer.from(await book.xlsx.writeBuffer());
  await send(page, filled, '分配.xlsx');
  await expect(h1(page)).toHaveText('医療機関・接種会場への分配のファイルの確認');
  await expect(page.getByRole('row').filter({ hasText: '芝公園病院' })).toContainText('分配量：— → 3');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'この内容で登録する' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'OK' }).click();
  await expect(h1(page)).toHaveText('医療機関・接種会場への分配の登録完了');
  await page.getByRole('link', { name: '医療機関・接種会場への分配へ戻る' }).click();
  await expect(page.getByRole('textbox', { name: '芝公園病院 分配量' })).toHaveValue('3');

  await page.getByRole('link', { name: 'Excel・CSVで入力する' }).click();
  await send(page, filled, '分配.xlsx');
  await expect(main(page)).toContainText('変更はありません。');
});

test('[S19] a wholesaler’s file with faults names row and column and changes nothing; mended it registers the days', async ({
  as,
}) => {
  const page = await as('wholesaler', { at: '/deliveries' });
  await page.getByRole('link', { name: 'Excel・CSVで入力する' }).click();
  const [head = '', ...lines] = (await download(page, 'CSV')).toString('utf8').trimEnd().split('\r\n');
  expect(head).toBe('\uFEFFクール,医療機関コード,医療機関・接種会場名,品目,分配量,納入予定日');
  const open = lines.find((line) => line.includes('針')) ?? '';
  const dated = (day: string) => open.replace(/[^,]*$/, day);
  const csv = (...rows: string[]) => Buffer.from(`${[head, ...rows].join('\r\n')}\r\n`);
  await send(page, csv(dated('2021/02/30'), dated('2021/05/06').replace('クール', '回')), '納入予定日.csv');
  await expect(main(page)).toContainText('エラーが2件あります。何も登録されていません。');
  const faults = page.getByRole('row');
  await expect(faults.filter({ hasText: '2行目' })).toContainText('実在する日付');
  await expect(faults.filter({ hasText: '3行目' })).toContainText('この画面は');
  await page.getByRole('link', { name: 'ファイルを選び直す' }).click();
  await send(page, Buffer.from(`${head.replace(',納入予定日', '')}\n`), '納入予定日.csv');
  await expect(page.getByLabel('ファイル')).toHaveAccessibleDescription(/列「納入予定日」がありません/);
  await send(page, csv(dated('2021/05/06')), '納入予定日.csv');
  await page.getByRole('button', { name: 'この内容で登録する' }).click();
  while ((await h1(page).textContent()) !== '納入予定日の登録完了')
    await page.getByRole('dialog').getByRole('button', { name: 'OK' }).click();
  await expect(main(page)).toContainText('ファイルの内容を登録しました。');
});

test('[S19] [S18] a prefecture takes the venues out as CSV, changes them, and what is bound goes to the municipality', async ({
  as,
}) => {
  const page = await as('prefecture', { at: '/venues?q=%E8%8A%9D%E5%85%AC%E5%9C%92%E7%97%85%E9%99%A2' });
  const [head = '', line = ''] = (await download(page, 'CSV')).toString('utf8').split('\r\n');
  const columns = head.slice(1).split(',');
  const row = (values: Record<string, string>): string =>
    columns.map((label, i) => (i === 0 ? line.slice(0, 10) : (values[label] ?? ''))).join(',');
  await page.getByRole('link', { name: 'Excel・CSVで入力する' }).click();
  await expect(h1(page)).toHaveText('医療機関・接種会場のファイル登録');
  await expectAccessible(page);
  await send(page, Buffer.from(`${head}\r\n${row({ 予約受付サイトURL: 'ftp://example.jp/' })}\r\n`), '施設.csv');
  await expect(page.getByRole('row').filter({ hasText: '2行目' })).toContainText('予約受付サイトURL');
  await page.getByRole('link', { name: 'ファイルを選び直す' }).click();
  const right = row({ 予約受付サイトURL: 'https://yoyaku.example.jp/', 受付時間: '毎日 9:00〜12:00' });
  await send(page, Buffer.from(`${head}\r\n${right}\r\n`), '施設.csv');
  await expect(page.getByRole('row').filter({ hasText: '芝公園病院' })).toContainText('毎日 9:00〜12:00');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'この内容で登録する' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'OK' }).click();
  await expect(main(page)).toContainText('承認の申請1件');

  const venue = await as('basic', { at: '/venue' });
  await expect(main(venue)).toContainText('毎日 9:00〜12:00');
  await expect(main(venue)).toContainText('市町村の承認待ちの申請があります');
});

test('[S13] a venue reports by file: the running totals come out, go in with more, and stand on the page', async ({
  as,
}) => {
  const page = await as('basic', { at: '/reports' });
  await page.getByRole('link', { name: 'ファイルで報告する' }).click();
  const [head = '', line = ''] = (await download(page, 'CSV')).toString('utf8').trimEnd().split('\r\n');
  const at = head.split(',').indexOf('高齢者 1回目');
  const cells = line.split(',');
  const total = Number(cells[at]) + 10;
  const csv = (value: string) => Buffer.from(`${head}\r\n${cells.with(at, value).join(',')}\r\n`);
  await send(page, csv('-1'), '接種実績.csv');
  await expect(page.getByRole('row').filter({ hasText: '2行目' })).toContainText('0以上の整数');
  await page.getByRole('link', { name: 'ファイルを選び直す' }).click();
  await send(page, csv(String(total)), '接種実績.csv');
  await expect(main(page)).toContainText(`→ ${total.toLocaleString('ja-JP')}`);
  await page.getByRole('button', { name: 'この内容で登録する' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'OK' }).click();
  await page.goto('/reports');
  await expect(page.getByLabel('高齢者 1回目', { exact: true })).toHaveValue(String(total));
});
