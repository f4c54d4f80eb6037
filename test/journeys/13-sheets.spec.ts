import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { expect, expectAccessible, type Page, test } from '../support/journey.ts';

const h1 = (page: Page) => page.getByRole('heading', { level: 1 });
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
