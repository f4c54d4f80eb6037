import { expect, expectAccessible, type Page, test } from '../support/journey.ts';

const h1 = (page: Page) => page.getByRole('heading', { level: 1 });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const cell = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const figure = (page: Page, label: string) =>
  page
    .getByRole('term')
    .filter({ hasText: new RegExp(`^${label}$`) })
    .locator('..');
const open = async (page: Page, path: string): Promise<void> => {
  await page.goto(path);
  await page.getByRole('link', { name: '分配案を比べて取り込む' }).click();
  await expect(h1(page)).toHaveText('分配案の比較');
};
const take = async (page: Page, name: string, asked = false): Promise<void> => {
  await page.getByRole('radio', { name, exact: true }).check();
  await button(page, '選んだ案を下書きに取り込む').click();
  if (asked) {
    const dialog = page.getByRole('dialog', { name: '入力済の分配量を置き換えますか' });
    await expect(dialog).toContainText(name);
    await dialog.getByRole('button', { name: 'OK' }).click();
  }
  await expect(page.getByText('下書きを保存しました。')).toBeVisible();
};
const fix = async (page: Page, word = '確定'): Promise<void> => {
  await button(page, word).click();
  await page.getByRole('dialog', { name: '分配を確定しますか' }).getByRole('button', { name: 'OK' }).click();
  await expect(h1(page)).toHaveText('分配確定完了');
};

test('[S17] 国 compares proposals, asks why, tries less, and takes one over that it changes by hand', async ({
  as,
}) => {
  const page = await as('ministry');
  await open(page, '/allocations/national/5');
  const outcomes = page.getByRole('table', { name: '案のまとめ' });
  for (const name of ['人口に比例', '希望量に比例', '均等', '基本計画枠は1市町村1箱'])
    await expect(outcomes.getByRole('row', { name: new RegExp(`^${name}`) })).toContainText('5,000');
  await expect(outcomes.getByRole('row', { name: /^在庫と使用実績から/ })).toBeVisible();
  await expect(page.getByRole('region', { name: '計算のしかた' })).toContainText(
    '5,000箱を、人口（全体 126,146,099人）に比例して分けます。',
  );
  await expect(page.getByRole('table', { name: '案ごとの数' }).getByRole('row', { name: /^合計/ })).toContainText(
    '5,0005,0005,000',
  );
  await expectAccessible(page);
  await page.getByRole('link', { name: 'なぜこの数か 東京都' }).click();
  await expect(h1(page)).toHaveText('なぜこの数か　東京都');
  await expect(page.getByRole('region', { name: /^人口に比例/ })).toContainText(
    '5,000箱 × 14,047,594 ÷ 126,146,099 ＝ 556.79箱',
  );
  await expectAccessible(page);
  await page.getByRole('link', { name: '分配案の比較へ戻る' }).click();
  await page.getByRole('link', { name: '人口に比例 全国ではどうなるか' }).click();
  await expect(page.getByRole('table', { name: '都道府県ごとの見込み' }).getByRole('row')).toHaveCount(49);
  await page.getByRole('link', { name: '分配案の比較へ戻る' }).click();

  await page.getByLabel('分ける量（箱）').fill('9999');
  await page.getByLabel('きまりの時期').selectOption({ label: '2021/01/01（金）からのきまり' });
  await button(page, 'この条件で案を作る').click();
  await expect(page.getByText('＊分ける量は、届いた量（5,000）以下で入力してください。')).toBeVisible();
  await page.getByLabel('分ける量（箱）').fill('100');
  await button(page, 'この条件で案を作る').click();
  await expect(figure(page, 'この案で分ける量')).toContainText('残り 4,900箱');
  await page.getByRole('link', { name: 'なぜこの数か 大阪府' }).click();
  await expect(page.getByRole('heading', { name: '都道府県に同じ数（東京・神奈川・大阪は2倍）：4箱' })).toBeVisible();
  await page.goto('/allocations/national/5/proposals');
  await take(page, '均等');
  await expect(cell(page, '東京都 基本計画枠')).toHaveValue('107');
  await open(page, '/allocations/national/5');
  await take(page, '人口に比例', true);
  await expect(cell(page, '東京都 基本計画枠')).toHaveValue('557');
  await expect(figure(page, '残り')).toContainText('0');
  const tokyo = cell(page, '東京都 基本計画枠');
  await tokyo.focus();
  await tokyo.evaluate((input) => {
    const data = new DataTransfer();
    data.setData('text/plain', '5000\t1\r\n1\t0\r\n');
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect(cell(page, '神奈川県 調整枠')).toHaveValue('0');
  await expect(figure(page, '残り').getByText('超過')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(cell(page, '神奈川県 基本計画枠')).toHaveValue('366');
  await tokyo.fill('556');
  await cell(page, '東京都 調整枠').fill('1');
  await fix(page);
});

test('[S17] 都道府県 follows the two frames in which its amount came; 市町村 gives to its venues', async ({ as }) => {
  const page = await as('prefecture');
  await open(page, '/allocations/prefectural/5');
  await expect(figure(page, '国からの分配量')).toContainText('基本計画枠 556・調整枠 1');
  await expect(page.getByRole('region', { name: '計算のしかた' })).toContainText('調整枠 1箱（届いた枠のとおり）');
  await take(page, '希望量に比例');
  const amount = Number(await cell(page, '港区 基本計画枠').inputValue());
  expect(amount).toBeGreaterThan(0);
  await expect(figure(page, '残り')).toContainText('0');
  await fix(page);

  const office = await as('municipality');
  await open(office, '/allocations/municipal/5');
  await expect(office.getByRole('row', { name: /^高輪みなと病院/ })).toContainText('医師未登録');
  await expect(figure(office, 'この案で分ける量')).toContainText(`${amount}箱`);
  await expectAccessible(office);
  await take(office, '均等');
  await expect(figure(office, '残り')).toContainText('0箱');
  await expect(cell(office, '高輪みなと病院 分配量')).toHaveValue('');
});

test('[S17] without script a proposal is chosen and taken over', async ({ as }) => {
  const page = await as('municipality', { at: '/allocations/municipal/5/proposals', javaScriptEnabled: false });
  await button(page, '選んだ案を下書きに取り込む').click();
  await expect(page.getByRole('alert')).toContainText('取り込む案を選択してください。');
  await take(page, '希望量に比例', true);
  await expect(figure(page, '残り')).toContainText('0箱');
});
