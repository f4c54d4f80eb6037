import { expect, expectAccessible, type Page, test } from '../support/journey.ts';

const h1 = (page: Page) => page.getByRole('heading', { level: 1 });
const tab = async (page: Page, name: string) => {
  const bar = page.getByRole('navigation', { name: 'タブ' });
  const link = bar.getByRole('link', { name, exact: true });
  // What does not fit stands behind 「▼」 (M1.5-3).
  if (!(await link.isVisible())) await bar.getByText('▼').click();
  await link.click();
};
const main = (page: Page) => page.getByRole('main');

const csv = `種別,コード,名称,電話番号,代表メールアドレス,担当者の姓,担当者の名,担当者のメールアドレス
卸業者,,株式会社ためし薬品,０３−１１１１−２２２２,,試,一郎,tameshi@example.jp
市町村,131041,,,shinjuku@example.jp,,,
`;
const choose = (page: Page, text: string) =>
  page
    .getByLabel('ファイル')
    .setInputFiles({ name: 'organisations.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

test('[S33] the desk makes a wholesaler and invites its first user, who gets the mail', async ({ as, world }) => {
  const page = await as('desk');
  await tab(page, '組織・利用者');
  await page.getByRole('link', { name: '組織の登録' }).click();
  await page.getByRole('radio', { name: '卸業者' }).check();
  await page.getByLabel('名称').fill('株式会社あたらし薬品');
  await page.getByLabel('電話番号').fill('０３-1234-5678');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(h1(page)).toHaveText('組織 株式会社あたらし薬品');
  await expect(main(page)).toContainText('03-1234-5678');
  await page.getByLabel('姓').fill('新');
  await page.getByLabel('名', { exact: true }).fill('花子');
  await page.getByLabel('メールアドレス', { exact: true }).fill('atarashi@example.jp');
  await page.getByRole('button', { name: '招待する' }).click();
  await expect(main(page)).toContainText('招待のメールを送りました。');
  await expectAccessible(page);
  await expect.poll(async () => (await world.mailbox('atarashi@example.jp'))[0]?.text).toContain('新 花子 様');
  await page.getByRole('link', { name: '新　花子' }).click();
  await page.getByRole('button', { name: '利用を停止する' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'OK' }).click();
  await expect(main(page)).toContainText('利用を停止しました。');
  await page.getByRole('button', { name: '利用を再開する' }).click();
  await expect(main(page)).toContainText('利用を再開しました。');
});

test('[S33] 国 finds one of 1,800 organisations by kind and name, page by page', async ({ as }) => {
  const page = await as('ministry', { at: '/organisations' });
  await expectAccessible(page);
  await page.getByRole('link', { name: '次へ' }).click();
  await expect(page.getByRole('row')).toHaveCount(51);
  await page.getByLabel('種別').selectOption({ label: '市町村' });
  await page.getByLabel('名称・都道府県').fill('東京都　港');
  await page.getByRole('button', { name: '絞り込む' }).click();
  await page.getByRole('link', { name: '港区', exact: true }).click();
  await expect(h1(page)).toHaveText('組織 港区');
});

test('[S33] a CSV is shown before it counts, and a second time it changes nothing', async ({ as, world }) => {
  const page = await as('ministry', { at: '/organisations' });
  await page.getByRole('link', { name: 'ファイルで登録する' }).click();
  const template = page.waitForEvent('download');
  await page.getByRole('link', { name: 'CSV', exact: true }).click();
  expect((await template).suggestedFilename()).toMatch(/^組織_.*\.csv$/);
  await choose(page, csv);
  await page.getByRole('button', { name: '内容を確認する' }).click();
  await expect(h1(page)).toHaveText('組織のファイルの確認');
  await expect(main(page)).toContainText('tameshi@example.jp');
  await expectAccessible(page);
  expect(await world.mailbox('tameshi@example.jp')).toEqual([]);
  await page.getByRole('button', { name: 'この内容で登録する' }).click();
  await expect(page.getByRole('dialog')).toContainText('1件');
  await page.getByRole('dialog').getByRole('button', { name: 'OK' }).click();
  await expect(h1(page)).toHaveText('組織の登録完了');
  await expect.poll(async () => (await world.mailbox('tameshi@example.jp')).length).toBe(1);
  await page.goto('/organisations/import');
  await choose(page, csv);
  await page.getByRole('button', { name: '内容を確認する' }).click();
  await expect(main(page)).toContainText('変更はありません。');
  await expect(page.getByRole('button', { name: 'この内容で登録する' })).toHaveCount(0);
});

test('[S33] a CSV with a fault names row and column and changes nothing, without script too', async ({ as }) => {
  const page = await as('ministry', { at: '/organisations/import', javaScriptEnabled: false });
  await page.getByRole('button', { name: '内容を確認する' }).click();
  await expect(page.getByLabel('ファイル')).toHaveAccessibleDescription(/選択してください/);
  await choose(page, csv.replace('名称,', ''));
  await page.getByRole('button', { name: '内容を確認する' }).click();
  await expect(page.getByLabel('ファイル')).toHaveAccessibleDescription(/列「名称」がありません/);
  await choose(page, `${csv}市町村,999999,,,,,,\n`);
  await page.getByRole('button', { name: '内容を確認する' }).click();
  const fault = page.getByRole('row').filter({ hasText: '4行目' });
  await expect(fault).toContainText('コード');
  await expect(fault).toContainText('正しくありません');
});

test('[S34] 都道府県 hands a municipality to another wholesaler from a day on', async ({ as }) => {
  const page = await as('prefecture');
  await tab(page, '卸業者の担当地域');
  await expect(page.getByRole('link', { name: '東京都全域' })).toBeVisible();
  await page.getByRole('link', { name: '担当地域の登録' }).click();
  await page.getByLabel('地域', { exact: true }).selectOption({ label: '東京都全域' });
  await page.getByLabel('卸業者', { exact: true }).selectOption({ index: 2 });
  await page.getByLabel('開始日').fill('2021/05/10');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByLabel('開始日')).toHaveAccessibleDescription(/期間が重なっています/);
  await page.getByLabel('地域', { exact: true }).selectOption({ label: '港区' });
  await page.getByRole('button', { name: '保存' }).click();
  await expect(main(page)).toContainText('担当地域を保存し、卸業者に知らせました。');
  await expectAccessible(page);
  await page.getByRole('link', { name: '東京都全域' }).click();
  await page.getByLabel('卸業者', { exact: true }).selectOption({ label: '株式会社みちのく薬匠' });
  await page.getByLabel('いつから').fill('2021/06/01');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('row').filter({ hasText: '東京都全域' })).toHaveCount(2);
  await expect(main(page)).toContainText('2021/05/31（月）');
});

test('[S34] [M1.9-1] 市町村 links a satellite to its 基本型 by the magnifier', async ({ as, world }) => {
  const page = await as('municipality');
  await tab(page, 'サテライト型の連携');
  await expectAccessible(page);
  await page.getByRole('link', { name: '三田クリニック' }).click();
  const field = page.getByLabel('（連携先の）基本型接種施設');
  await expect(field).toHaveValue('芝公園病院');
  await field.fill('');
  await page.getByRole('button', { name: '虫眼鏡マーク' }).click();
  const dialog = page.getByRole('dialog', { name: '検索' });
  await dialog.getByRole('searchbox').fill('1310300015');
  await dialog.getByRole('button', { name: 'Go!' }).click();
  await expect(dialog).toContainText('見つかりませんでした');
  await dialog.getByRole('radio', { name: 'すべての項目' }).check();
  await dialog.getByRole('button', { name: 'Go!' }).click();
  await expect(dialog.getByRole('button', { name: '芝公園病院' })).toBeVisible();
  await dialog.getByRole('searchbox').fill('サクラノ');
  await dialog.getByRole('button', { name: 'Go!' }).click();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'さくら野小児科医院' }).first().click();
  await expect(dialog).toBeHidden();
  await expect(field).toHaveValue('さくら野小児科医院');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(main(page)).toContainText('連携を保存しました。');
  await expect(page.getByRole('row').filter({ hasText: '三田クリニック' })).toContainText('さくら野小児科医院');
  await expect.poll(async () => (await world.mailbox('basic'))[0]?.subject).toContain('連携が変更されました');
});

test('[M1.9-1] the magnifier works without script: the search stands in the page', async ({ as }) => {
  const page = await as('municipality', { at: '/satellites', javaScriptEnabled: false });
  await page.getByRole('link', { name: '三田クリニック' }).click();
  await page.getByLabel('（連携先の）基本型接種施設').fill('芝公園');
  await page.getByRole('button', { name: '虫眼鏡マーク' }).click();
  await page.getByLabel('検索する項目').selectOption({ label: 'すべての項目' });
  await page.getByLabel('検索する文字').fill('１３１０３０００１５');
  await page.getByRole('button', { name: 'Go!' }).click();
  await page.getByRole('link', { name: '芝公園病院' }).click();
  await expect(page.getByLabel('（連携先の）基本型接種施設')).toHaveValue('芝公園病院');
  await page.getByRole('button', { name: '保存' }).click();
  const row = page.getByRole('row').filter({ hasText: '三田クリニック' });
  await expect(row).toContainText('芝公園病院');

  await row.getByRole('link', { name: '三田クリニック' }).click();
  await page.getByRole('button', { name: '連携を解除する' }).click();
  await page.getByRole('dialog', { name: '連携を解除しますか' }).getByRole('button', { name: 'OK' }).click();
  await expect(main(page)).toContainText('連携を解除しました。');
  await expect(main(page)).toContainText('未連携');
  await expect(page.getByRole('table', { name: '連携の履歴' })).toContainText('芝公園病院');
});

const head =
  '保険医療機関コード,医療機関・接種会場名,ふりがな,郵便番号,市町村コード,町名,電話番号,代表者名,施設分類,小規模施設,取扱ワクチン,担当者の姓,担当者の名,担当者のメールアドレス';
const fresh =
  '1399900013,海岸クリニック,かいがんくりにっく,105-0022,131032,海岸9-9-9,03-0123-4567,海岸　花子,医療機関,はい,ファイザー:サテライト型,海岸,花子,kaigan@example.jp';
const known = '1310300015,芝公園病院,,,131032,,,芝　新三郎,,,,,,';

const upload = async (page: Page, ...lines: string[]): Promise<void> => {
  await page.goto('/venues');
  await page.getByRole('link', { name: '受付システムのデータの取込' }).click();
  await expect(h1(page)).toHaveText('受付システムのデータの取込');
  const buffer = Buffer.from(`${[head, ...lines].join('\r\n')}\r\n`);
  await page
    .getByLabel('ワクチン接種契約受付システムから出力したファイル')
    .setInputFiles({ name: 'export.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: '内容を確認する' }).click();
  await expect(h1(page)).toHaveText('取込内容の確認');
};

test('[S30] 国 uploads the export: errors by row and column, all or nothing, first user invited, twice changes nothing', async ({
  as,
  world,
}) => {
  const page = await as('ministry');
  await upload(page, fresh, known.replace('131032', '131999'));
  await expectAccessible(page);
  const error = page.getByRole('row').filter({ hasText: '3行目' });
  await expect(error).toContainText('市町村コード');
  await expect(error).toContainText('この市町村コードは見つかりません。');
  await expect(page.getByRole('button', { name: 'この内容で取り込む' })).toHaveCount(0);

  await upload(page, fresh, known);
  await expectAccessible(page);
  await expect(page.getByRole('row').filter({ hasText: '海岸クリニック' })).toContainText('新しく登録');
  await expect(page.getByRole('row').filter({ hasText: '芝公園病院' })).toContainText('代表者名');
  await page.getByRole('button', { name: 'この内容で取り込む' }).click();
  await expect(page.getByRole('dialog')).toContainText('利用者の招待');
  await page.getByRole('dialog').getByRole('button', { name: 'OK', exact: true }).click();
  await expect(h1(page)).toHaveText('取込完了');
  await expect.poll(async () => (await world.mailbox('kaigan@example.jp')).length).toBe(1);
  await page.goto('/venues?q=1399900013');
  await page.getByRole('link', { name: '海岸クリニック' }).click();
  await expect(page.getByText('医師情報が登録されていません').first()).toBeVisible();
  await expect(page.getByText('海岸9-9-9').first()).toBeVisible();
  const venue = await as('basic', { at: '/venue' });
  await expect(venue.getByText('芝　新三郎').first()).toBeVisible();
  await expect(venue.getByText('受付システムからの取込').first()).toBeVisible();

  await upload(page, fresh, known);
  await expect(page.getByText('変更はありません。')).toBeVisible();
  await expect(page.getByRole('button', { name: 'この内容で取り込む' })).toHaveCount(0);
});
