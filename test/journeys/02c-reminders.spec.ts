import { expect, expectAccessible, type Page, test } from '../support/journey.ts';

const h1 = (page: Page) => page.getByRole('heading', { level: 1 });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const missing = (page: Page) => page.getByRole('region', { name: '納入希望量が未入力の施設' });

test('[S3] 「ホーム」 of the 市町村 names who is missing; a reminder goes out once a day', async ({ as, world }) => {
  const asked = async () =>
    (await world.mailbox('basic')).filter(({ subject }) => subject === '【V-SYS】納入希望量の登録のお願い').length;
  const page = await as('municipality');
  await expect(page.getByRole('region', { name: '対応が必要なこと' })).toContainText('納入希望量が未確定');
  await expect(
    page.getByRole('listitem').filter({ hasText: '登録期間' }).filter({ hasText: 'いまここ' }),
  ).toBeVisible();
  await expect(missing(page).getByRole('row', { name: /^芝公園病院/ })).toContainText('まだ送っていません');
  await expectAccessible(page);
  await button(page, '芝公園病院 お知らせする').click();
  await expect(page.getByText('1件に、お知らせとメールを送りました。')).toBeVisible();
  await expect(page.getByRole('row', { name: /^芝公園病院/ })).toContainText('今日は送信済み');
  await expectAccessible(page);
  await expect.poll(asked).toBe(1);
  await expect(button(page, '芝公園病院 お知らせする')).toHaveCount(0);
  const basic = await as('basic');
  await expect(basic.getByRole('link', { name: /納入希望量の登録のお願い/ })).toBeVisible();
});

test('[S3] from 8:00 two days before the deadline the missing venues are alerted; after it the 市町村 hears; nobody twice', async ({
  as,
  world,
}) => {
  const count = async (account: 'basic' | 'municipality', title: string) =>
    (await world.mailbox(account)).filter(({ subject }) => subject === `【V-SYS】${title}`).length;
  const alerts = () => count('basic', '納入希望量登録締切日アラート');
  const escalations = () => count('municipality', '納入希望量が未入力の施設があります');
  await world.moveClock('2021-04-28T07:59:00+09:00');
  expect(await alerts()).toBe(0);
  await world.moveClock('2021-04-28T08:00:00+09:00');
  await expect.poll(alerts).toBe(1);
  await world.moveClock('2021-04-30T17:00:00+09:00');
  expect([await alerts(), await escalations()]).toEqual([1, 0]);
  await world.moveClock('2021-04-30T17:01:00+09:00');
  await expect.poll(escalations).toBe(1);
  await world.moveClock('2021-05-01T08:30:00+09:00');
  expect([await alerts(), await escalations()]).toEqual([1, 1]);
  const mail = (await world.mailbox('municipality')).find(({ subject }) => subject.includes('未入力の施設があります'));
  expect(mail?.text).toMatch(/未入力の基本型接種施設：\d+施設/);

  const page = await as('municipality');
  await expect(page.getByRole('link', { name: /納入希望量が未入力の施設があります/ })).toBeVisible();
  await expect(
    page.getByRole('listitem').filter({ hasText: '分配の確定' }).filter({ hasText: 'いまここ' }),
  ).toBeVisible();
});

test('[S3] [S18] after the deadline the 市町村 enters for a venue, and 都道府県 reminds the 市町村', async ({
  as,
  world,
}) => {
  const page = await as('municipality');
  await page.getByRole('link', { name: '芝公園病院 代わりに入力する' }).click();
  await expect(h1(page)).toHaveText('納入希望量の入力');
  await page.getByLabel('納入希望量').fill('2');
  await page.getByRole('radio', { name: '冷凍庫' }).check();
  await page.getByLabel('理由').fill('電話で確認しました');
  await button(page, '入力する').click();
  await expect(page.getByText('芝公園病院の納入希望量を2箱に変更しました。')).toBeVisible();
  await page.goto('/demands/missing');
  await expect(page.getByRole('row', { name: /^芝公園病院/ })).toHaveCount(0);
  await expect
    .poll(async () => (await world.mailbox('basic')).map(({ subject }) => subject))
    .toContain('【V-SYS】納入希望量の登録のお知らせ');

  const office = await as('prefecture');
  const areas = office.getByRole('region', { name: '納入希望量がそろっていない市町村' });
  await areas.getByRole('link', { name: /件をすべて見る/ }).click();
  await expect(office.getByRole('row', { name: /^港区/ })).toContainText('未確定');
  await button(office, '港区 お知らせする').click();
  await expect(office.getByText('1件に、お知らせとメールを送りました。')).toBeVisible();
  await expect
    .poll(async () => (await world.mailbox('municipality')).map(({ subject }) => subject))
    .toContain('【V-SYS】納入希望量の確認のお願い');
});
