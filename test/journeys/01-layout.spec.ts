import { type Account, expect, expectAccessible, type Page, test } from '../support/journey.ts';

const menuOf = (page: Page) => page.getByRole('region', { name: 'メニュー' }).getByRole('link');
const h1 = (page: Page) => page.getByRole('heading', { level: 1 });

test('[M1.1-1] 「ホーム」 tells a 基本型 what is due and when, and a サテライト型 only its own part', async ({
  as,
}) => {
  const basic = await as('basic');
  const menu = basic.getByRole('region', { name: 'メニュー' });
  await expect(menu).toContainText('登録期間 4/26〜4/30');
  await expect(menu).toContainText('未登録');
  await expect(menu).toContainText('2021年5月請求分の提出期限 2021/05/10（月）');
  await expect(basic.getByText('予約の受付情報の変更')).toBeVisible();
  const satellite = await as('satellite');
  await expect(satellite.getByRole('region', { name: 'メニュー' })).not.toContainText('登録期間');
});

test('[M5.0-1] a venue without a report in the current クール is told so on 「ホーム」', async ({ as }) => {
  for (const account of ['basic', 'satellite'] as const) {
    const page = await as(account);
    await expect(page.getByRole('region', { name: 'メニュー' })).toContainText('接種実績が未報告です');
  }
});

test('[M1.5-1] the screen has ① the name with its menu, ② tabs, ③ 「メニュー」 and ④ 「お知らせ」', async ({ as }) => {
  const page = await as('basic');
  await page.getByText('芝　恵子 様').click();
  await expect(page.getByRole('button', { name: 'ログアウト' })).toBeVisible();
  await page.keyboard.press('Escape');
  const tabs = page.getByRole('navigation', { name: 'タブ' });
  await expect(tabs.getByRole('link').first()).toHaveText('ホーム');
  await expect(menuOf(page)).toHaveText([
    'この医療機関の情報を見る',
    'ワクチン希望量等の報告・接種実績等の報告',
    '分配量の確認',
    '配送予定日の確認',
    '国保連提出用請求総括書・市区町村別請求書の作成',
  ]);
  const news = page.getByRole('region', { name: 'お知らせ' });
  await expect(news.getByText('未読').first()).toBeVisible();
  await expect(news.getByRole('link', { name: 'ワクチン等分配確定通知（市町村→医療機関・接種会場）' })).toBeVisible();
  const dates = await news.locator('.news-meta').allInnerTexts();
  const days = dates.map((text) => /\d{4}\/\d\d\/\d\d \d\d:\d\d/.exec(text)?.[0] ?? '');
  expect(days).toEqual([...days].sort().reverse());
  await expectAccessible(page);
});

test('[M1.5-1] tabs that do not fit stand behind ▼', async ({ as }) => {
  const page = await as('basic', { viewport: { width: 360, height: 740 } });
  const tabs = page.getByRole('navigation', { name: 'タブ' });
  await expect(tabs.getByRole('link', { name: '在庫' })).toBeHidden();
  await tabs.getByText('▼').click();
  await page.getByRole('link', { name: '在庫' }).click();
  await expect(h1(page)).toHaveText('在庫');
});

test('[M1.5-3] a サテライト型 has neither 「分配量の確認」 nor 「配送予定日の確認」; their addresses answer 404', async ({
  as,
}) => {
  const page = await as('satellite');
  await expect(menuOf(page)).toHaveText([
    'この医療機関の情報を見る',
    'ワクチン希望量等の報告・接種実績等の報告',
    '国保連提出用請求総括書・市区町村別請求書の作成',
  ]);
  for (const path of ['/distributions', '/distributions/home']) {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(404);
    await expect(h1(page)).toHaveText('ページが見つかりません');
  }
});

test('[M1.6-1] at 320 px and at 200 % text nothing is lost and nothing scrolls sideways', async ({ as }) => {
  const page = await as('basic');
  // 640 px wide at a zoom of 200 %: the page has 320 px, each of two dots.
  const zoomed = await as('basic', { viewport: { width: 320, height: 400 }, deviceScaleFactor: 2 });
  for (const path of [
    '/',
    '/venue',
    '/reports',
    '/distributions',
    '/distributions/home',
    '/stock',
    '/claims',
    '/notices',
    '/cycles',
  ]) {
    await page.goto(path);
    await expectAccessible(page);
    await zoomed.goto(path);
    await expect(h1(zoomed)).toBeVisible();
    const overflow = await zoomed.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, path).toBeLessThanOrEqual(0);
  }
});

test('[M1.7-1] the back button goes to the page before and repeats nothing', async ({ as }) => {
  const page = await as('basic');
  await page.getByRole('radio', { name: '残り少数 △' }).check();
  await page.getByRole('button', { name: '更新', exact: true }).click();
  await expect(h1(page)).toHaveText('更新完了');
  await page.getByRole('link', { name: 'OK' }).click();
  await expect(page.getByText('現在の状況')).toContainText('残り少数 △');
  await page.getByRole('link', { name: 'この医療機関の情報を見る' }).click();
  await expect(h1(page)).toHaveText('医療機関・接種会場 芝公園病院');
  await page.goBack();
  await expect(h1(page)).toHaveText('ホーム');
  await page.goBack();
  await expect(h1(page)).toHaveText('更新完了');
  await page.goBack();
  await expect(h1(page)).toHaveText('ホーム');
  await page.reload();
  await expect(page.getByText('現在の状況')).toContainText('残り少数 △');
});

test('[M1.10-1] each page’s name stands as h1 and in the title; tab 「ワクチン分配」 opens 「ワクチン分配 ホーム」', async ({
  as,
}) => {
  const page = await as('basic');
  await page.getByRole('navigation', { name: 'タブ' }).getByRole('link', { name: 'ワクチン分配' }).click();
  await expect(h1(page)).toHaveText('ワクチン分配 ホーム');
  for (const [button, name] of [
    ['この医療機関の情報を見る', '医療機関・接種会場 芝公園病院'],
    ['ワクチン希望量等の報告・接種実績等の報告', 'ワクチン希望量等の報告・接種実績等の報告'],
    ['分配量の確認', 'ワクチン分配'],
    ['配送予定日の確認', 'ワクチン分配'],
    ['国保連提出用請求総括書・市区町村別請求書の作成', '国保連提出用請求総括書・市区町村別請求書の作成'],
  ] as const) {
    await page.goto('/');
    await menuOf(page).filter({ hasText: button }).click();
    await expect(h1(page)).toHaveText(name);
    await expect(page).toHaveTitle(`${name} | V-SYS`);
    const box = await h1(page).boundingBox();
    expect(box?.x, 'at the left').toBeLessThan(200);
    expect(box?.y, 'at the top').toBeLessThan(400);
  }
});

test('[ME-1] without script every page of the main job still opens and can be sent', async ({ as }) => {
  const page = await as('basic', { javaScriptEnabled: false });
  for (const link of ['この医療機関の情報を見る', 'ワクチン希望量等の報告・接種実績等の報告', '分配量の確認']) {
    await page.goto('/');
    await menuOf(page).filter({ hasText: link }).click();
    await expect(h1(page)).toBeVisible();
  }
  await page.goto('/');
  await page.getByRole('radio', { name: '予約可能 ○' }).check();
  await page.getByRole('button', { name: '更新', exact: true }).click();
  await expect(h1(page)).toHaveText('更新完了');
});

test('[S29] another organisation’s data do not exist: 404 for the page and for what only others may do', async ({
  as,
}) => {
  const other: Record<string, readonly string[]> = {
    basic: ['/allocations', '/demands', '/shipments', '/deliveries', '/orders', '/organisations', '/satellites'],
    wholesaler: ['/', '/venue', '/allocations', '/demands', '/reports', '/distributions'].slice(1),
    manufacturer: ['/deliveries', '/demands', '/venue', '/stock'],
    desk: ['/demands', '/allocations', '/distributions', '/venue', '/cycles', '/stock', '/orders'],
  };
  for (const [account, paths] of Object.entries(other)) {
    const page = await as(account as Account);
    for (const path of paths) {
      const answer = await page.goto(path);
      expect(answer?.status(), `${account} ${path}`).toBe(404);
    }
  }
});

test('[S28] what happened is mailed once, with its link, and stands under 「お知らせ」 until it is read', async ({
  as,
  world,
}) => {
  const title = '納入希望量登録締切日アラート';
  const alerts = async () => (await world.mailbox('basic')).filter(({ subject }) => subject === `【V-SYS】${title}`);
  expect(await alerts()).toHaveLength(0);
  await world.moveClock('2021-04-28T08:00:00+09:00');
  expect(await alerts()).toHaveLength(1);
  await world.moveClock('2021-04-28T12:00:00+09:00');
  const [mail] = await alerts();
  expect(await alerts(), 'never twice').toHaveLength(1);

  const visitor = await as('basic');
  const news = visitor.getByRole('region', { name: 'お知らせ' });
  const item = news.getByRole('listitem').filter({ has: visitor.getByRole('link', { name: title }) });
  await expect(item.getByText('未読')).toBeVisible();
  await item.getByRole('link').click();
  await expect(h1(visitor)).toHaveText(title);
  await visitor.getByRole('link', { name: '詳細を見る' }).click();
  expect(mail?.text).toContain(new URL(visitor.url()).pathname);
  await visitor.goto('/');
  await expect(item).toBeVisible();
  await expect(item.getByText('未読')).toHaveCount(0);
});
