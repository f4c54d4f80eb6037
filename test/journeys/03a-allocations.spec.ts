import { expect, expectAccessible, type Page, test } from '../support/journey.ts';

// Axe reads tables of fifty rows; on a busy machine that takes its time.
test.describe.configure({ timeout: 180_000 });

const h1 = (page: Page) => page.getByRole('heading', { level: 1 });
const cell = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });
const figures = (page: Page) =>
  page
    .getByRole('term')
    .filter({ hasText: /^残り$/ })
    .locator('..');
const subjects = async (mails: Promise<{ subject: string }[]>) => (await mails).map(({ subject }) => subject);

const open = async (page: Page, title: string): Promise<void> => {
  await page.goto('/');
  await page.getByRole('navigation', { name: 'タブ' }).getByRole('link', { name: title, exact: true }).click();
  await expect(h1(page)).toHaveText(title);
};
const fix = async (page: Page, word = '確定', question = '分配を確定しますか'): Promise<void> => {
  await button(page, word).click();
  await dialog(page, question).getByRole('button', { name: 'OK' }).click();
  await expect(h1(page)).toHaveText('分配確定完了');
};
const correct = async (page: Page, reason: string): Promise<void> => {
  await page.getByLabel('修正の理由').fill(reason);
  await button(page, '修正する').click();
  await expect(button(page, '確定').or(button(page, '分配確定'))).toBeVisible();
};

test('[S5] 国 chooses the クール, sees what is left while typing, and fixes what each 都道府県 gets', async ({
  as,
  world,
}) => {
  const page = await as('ministry');
  await open(page, '都道府県への分配');
  await page.getByLabel('クール').selectOption({ label: 'コミナティ筋注 第5クール' });
  await expect(page.getByRole('table', { name: '都道府県への分配' }).getByRole('row')).toHaveCount(49);
  await cell(page, '東京都 基本計画枠').fill('４,９００');
  await expect(figures(page)).toContainText('100');
  await cell(page, '大阪府 基本計画枠').fill('101');
  await expect(figures(page).getByText('超過')).toBeVisible();
  await expect(figures(page)).toContainText('-1');
  await cell(page, '東京都 基本計画枠').fill('600');
  await cell(page, '大阪府 基本計画枠').fill('0');
  await expect(page.getByRole('row', { name: /^東京都/ })).toContainText('702,000');
  await expectAccessible(page);
  await button(page, '確定').click();
  const asked = dialog(page, '分配を確定しますか');
  for (const text of ['5,000箱', '600箱', '4,400箱', '702,000回', '未入力の都道府県が45件'])
    await expect(asked).toContainText(text);
  await asked.getByRole('button', { name: 'キャンセル' }).click();
  await expect(cell(page, '東京都 基本計画枠')).toHaveValue('600');
  expect(await subjects(world.mailbox('prefecture'))).not.toContain('【V-SYS】ワクチン等分配確定通知（国→都道府県）');
  await fix(page);
  await expectAccessible(page);
  await expect
    .poll(() => subjects(world.mailbox('prefecture')))
    .toContain('【V-SYS】ワクチン等分配確定通知（国→都道府県）');
});

test('[S6] 都道府県 gives to its 市町村 in 基本計画枠 and 調整枠', async ({ as, world }) => {
  const page = await as('prefecture');
  await open(page, '市町村への分配');
  await expect(page.getByRole('main')).toContainText('国からの分配量600箱');
  await cell(page, '港区 基本計画枠').fill('99');
  await button(page, '下書き保存').click();
  await expect(page.getByText('下書きを保存しました。')).toBeVisible();
  await button(page, '下書きを破棄').click();
  await expect(dialog(page, '下書きを破棄しますか')).toContainText('入力済の行1件');
  await dialog(page, '下書きを破棄しますか').getByRole('button', { name: 'OK' }).click();
  await expect(cell(page, '港区 基本計画枠')).toHaveValue('');
  await cell(page, '港区 基本計画枠').fill('10');
  await cell(page, '港区 調整枠').fill('2');
  await expect(page.getByRole('row', { name: /^港区/ })).toContainText('12');
  await cell(page, '千代田区 基本計画枠').fill('0');
  await expect(figures(page)).toContainText('588');
  await expectAccessible(page);
  await fix(page);
  await expect
    .poll(() => subjects(world.mailbox('municipality')))
    .toContain('【V-SYS】ワクチン等分配確定通知（都道府県→市町村）');
});

test('[S7] 市町村 gives boxes, or vials where smaller lots are handed on, and 「分配確定」 tells the venue', async ({
  as,
  world,
}) => {
  const basic = await as('basic', { at: '/reports' });
  await basic.getByLabel('納入希望量登録').fill('3');
  await basic.getByRole('radio', { name: '冷凍庫' }).check();
  await button(basic, '登録').click();
  while ((await h1(basic).textContent()) !== '登録完了')
    await basic.getByRole('dialog').getByRole('button', { name: 'OK' }).click();

  const page = await as('municipality');
  await open(page, '医療機関・接種会場への分配');
  await expect(page.getByRole('main')).toContainText('基本計画枠 10・調整枠 2');
  await expect(page.getByRole('row', { name: /^高輪みなと病院/ })).toContainText('希望量未登録');
  await cell(page, '芝公園病院 分配量').fill('2');
  await cell(page, 'すみれ野記念病院 バイアル数').fill('45');
  await expect(figures(page)).toContainText('9箱と150バイアル');
  await expect(page.getByRole('row', { name: /^すみれ野記念病院/ })).toContainText('270');
  await expectAccessible(page);
  await button(page, '分配確定').click();
  await expect(dialog(page, '分配を確定しますか')).toContainText('2箱と45バイアル');
  await dialog(page, '分配を確定しますか').getByRole('button', { name: 'キャンセル' }).click();
  await fix(page, '分配確定');
  const subject = '【V-SYS】ワクチン等分配確定通知（市町村→医療機関・接種会場）';
  await expect.poll(() => subjects(world.mailbox('basic'))).toContain(subject);
  const mail = (await world.mailbox('basic')).find((one) => one.subject === subject);
  expect(mail?.from).toContain('都道府県');
  expect(mail?.text).toMatch(/\/distributions\?cycle=5\s/);
});

test('[S7] a venue without a doctor or a request gets nothing, and the message names it', async ({ as }) => {
  const page = await as('municipality', { at: '/allocations/municipal/5' });
  await correct(page, '追加の分配');
  await cell(page, '高輪みなと病院 分配量').fill('1');
  await button(page, '分配確定').click();
  await expect(page.getByRole('alert')).toContainText(
    '高輪みなと病院は医師情報が登録されていないため、分配できません。',
  );
  await expect(cell(page, '高輪みなと病院 分配量')).toHaveValue('1');
  await button(page, '修正をやめる').click();
  await expect(page.getByRole('main')).toContainText('確定済み');
});

test('[S15] a level gives no more than came in, and takes back nothing that the level below has fixed', async ({
  as,
}) => {
  const page = await as('prefecture', { at: '/allocations/prefectural/5' });
  await correct(page, '配分の見直し');
  await cell(page, '港区 基本計画枠').fill('1');
  await cell(page, '港区 調整枠').fill('1');
  await cell(page, '新宿区 基本計画枠').fill('599');
  await button(page, '確定').click();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('分配量の合計（601箱）が国からの分配量（600箱）を1箱超えています。');
  await expect(alert).toContainText('港区がすでに確定した分配量（2箱と45バイアル）より少なくできません。');
  await expectAccessible(page);
  await alert.getByRole('link', { name: /^港区/ }).click();
  await expect(cell(page, '港区 基本計画枠')).toBeFocused();
  await cell(page, '港区 基本計画枠').fill('2');
  await cell(page, '新宿区 基本計画枠').fill('597');
  await fix(page, '確定', '分配の修正を確定しますか');
});

test('[S15] two people of one office at once: the second is told who saved when, and keeps what was typed', async ({
  as,
}) => {
  const [one, other] = [await as('prefecture'), await as('prefecture')];
  await one.goto('/allocations/prefectural/5');
  await correct(one, '二人で修正');
  await other.goto('/allocations/prefectural/5');
  await cell(one, '新宿区 基本計画枠').fill('500');
  await button(one, '下書き保存').click();
  await expect(one.getByText('下書きを保存しました。')).toBeVisible();
  await cell(other, '新宿区 基本計画枠').fill('400');
  await button(other, '下書き保存').click();
  await expect(other.getByRole('alert')).toContainText(/2021\/04\/2\d \d\d:\d\dに都築　裕子さんが先に変更しました/);
  await expect(cell(other, '新宿区 基本計画枠')).toHaveValue('400');
  await button(one, '修正をやめる').click();
});

test('[S16] drafts any number of times without news; 「確定」 tells once; a correction has a reason and a history', async ({
  as,
  world,
}) => {
  const title = '【V-SYS】ワクチン等分配確定通知（国→都道府県）';
  const count = async () => (await subjects(world.mailbox('prefecture'))).filter((one) => one === title).length;
  const page = await as('ministry', { at: '/allocations/national/5' });
  const before = await count();
  await button(page, '修正する').click();
  await expect(page.getByRole('alert')).toContainText('修正の理由を入力してください。');
  await correct(page, '供給の追加');
  for (const boxes of ['700', '650']) {
    await cell(page, '東京都 基本計画枠').fill(boxes);
    await expect(page.getByText('未保存 1件')).toBeVisible();
    await button(page, '下書き保存').click();
    await expect(page.getByText('下書きを保存しました。')).toBeVisible();
    await expect(cell(page, '東京都 基本計画枠')).toHaveValue(boxes);
  }
  expect(await count()).toBe(before);
  await fix(page, '確定', '分配の修正を確定しますか');
  await expect.poll(count).toBe(before + 1);
  await page.getByRole('link', { name: '分配の内容を見る' }).click();
  const history = page.getByRole('table', { name: '分配の履歴の一覧' });
  await expect(history.getByRole('row', { name: /^第2版/ })).toContainText('供給の追加');
  await expect(history.getByRole('row', { name: /^第1版/ })).toContainText('修正済み');
  await page.getByText('第2版で変更した1件').click();
  await expect(page.getByRole('table', { name: '第2版で変更した分配量' })).toContainText('東京都 基本計画枠600箱650箱');
  await expectAccessible(page);
});

test('[S16] without script the same sheet is saved, adds up and is fixed', async ({ as }) => {
  const page = await as('municipality', { at: '/allocations/municipal/5', javaScriptEnabled: false });
  await page.getByLabel('修正の理由').fill('端数の追加');
  await button(page, '修正する').click();
  await cell(page, 'すみれ野記念病院 バイアル数').fill('60');
  await button(page, '下書き保存').click();
  await expect(figures(page)).toContainText('135バイアル');
  await button(page, '分配確定').click();
  const asked = dialog(page, '分配の修正を確定しますか');
  await expect(asked).toContainText('2箱と60バイアル');
  await asked.getByRole('button', { name: 'キャンセル' }).click();
  await expect(cell(page, 'すみれ野記念病院 バイアル数')).toHaveValue('60');
  await fix(page, '分配確定', '分配の修正を確定しますか');
});
