import { expect, expectAccessible, type Page, test } from '../support/journey.ts';

const h1 = (page: Page) => page.getByRole('heading', { level: 1 });
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
