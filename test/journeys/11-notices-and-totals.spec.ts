import { expect, expectAccessible, type Page, signIn, test } from '../support/journey.ts';

const heading = 'h1';

test('[S36] the desk switches to read-only: every page says so, nothing is saved, nothing typed is lost', async ({
  as,
  visitor,
  world,
}) => {
  const desk = await as('desk');
  const venue = await as('basic');
  await desk.getByRole('link', { name: '閲覧専用モード' }).first().click();
  await expect(desk.locator(heading)).toHaveText('閲覧専用モード');

  await desk.getByLabel('お知らせの文').fill('今夜22時から24時まで、メンテナンスを行います。');
  await desk.getByLabel('表示の終了').fill('2021-04-27T00:00');
  await desk.getByRole('button', { name: 'お知らせを表示する' }).click();
  const above = desk.getByRole('region', { name: '重要なお知らせ' });
  await expect(above).toContainText('今夜22時から24時まで');

  await desk.getByLabel('表示する文').fill('データベースの点検を行っています。');
  await desk.getByLabel('終了の見込み').fill('2021-04-26T10:00');
  await desk.getByRole('button', { name: '閲覧専用モードにする' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: 'OK' }).click();
  await expect(desk.getByText('閲覧専用モードにしました。')).toBeVisible();
  await expectAccessible(desk);

  await venue.getByRole('radio', { name: '残り少数 △' }).check();
  await venue.getByRole('button', { name: '更新', exact: true }).click();
  await expect(venue.getByRole('alert')).toContainText('閲覧専用モードのため、まだ登録されていません');
  await expect(venue.getByRole('radio', { name: '残り少数 △' })).toBeChecked();
  await expect(venue.getByRole('region', { name: '重要なお知らせ' })).toContainText('閲覧専用モードです');

  const visiting = await visitor({ storageState: undefined });
  await visiting.goto('/navi');
  await expect(visiting.getByRole('region', { name: '重要なお知らせ' })).toContainText('データベースの点検');
  await signIn(visiting, world, 'municipality');
  await expect(visiting.getByRole('region', { name: '重要なお知らせ' })).toContainText('2021/04/26 10:00ごろまで');

  // Every other kind of page: lists, forms, articles, mistaken addresses; before login too.
  const signedIn = [
    '/',
    '/desk/tickets',
    '/knowledge',
    '/knowledge/desk/new',
    '/notices',
    '/settings',
    '/no-such-page',
  ];
  for (const path of signedIn)
    expect(await (await desk.request.get(path)).text(), path).toContain('データベースの点検');
  for (const path of ['/login', '/forgotten-password', '/support/contact', '/navi/faq', '/navi/131032', '/navi/999999'])
    expect(await (await fetch(world.url + path)).text(), path).toContain('データベースの点検');

  await desk.getByRole('button', { name: '閲覧専用モードを終了する' }).click();
  await expect(desk.getByText('閲覧専用モードを終了しました。')).toBeVisible();
  await expect(desk.getByRole('table', { name: '切り替えの履歴' })).toContainText('終了');
  await venue.getByRole('button', { name: '更新', exact: true }).click();
  await expect(venue.locator(heading)).toHaveText('更新完了');
  await expect(venue.getByRole('region', { name: '重要なお知らせ' })).not.toContainText('閲覧専用');
  await desk.getByRole('button', { name: /^取り下げる/ }).click();
  await expect(desk.getByText('お知らせを取り下げました。')).toBeVisible();
  await expect(desk.getByRole('region', { name: '重要なお知らせ' })).toHaveCount(0);
});

test('[M1.5-1] 東京都 writes an お知らせ with a preview; the venues it is for find it on 「ホーム」, unread until opened', async ({
  as,
}) => {
  const office = await as('prefecture');
  await office.getByRole('link', { name: 'お知らせの作成' }).first().click();
  await office.getByRole('link', { name: '新しいお知らせ' }).click();
  await office.getByLabel('件名').fill('連休中の連絡先');
  await office.getByLabel('本文').fill('連休中は次の番号にご連絡ください。\n03-0000-0000');
  await office.getByRole('radio', { name: '重要' }).check();
  await office.getByRole('checkbox', { name: '基本型接種施設' }).check();
  await expect(office.getByRole('checkbox', { name: '製薬メーカー' })).toHaveCount(0);
  await office.getByLabel('対象地域').selectOption('東京都港区');
  await office.getByRole('button', { name: '保存してプレビューを見る' }).click();
  await expect(office.getByRole('region', { name: 'プレビュー' })).toContainText('東京都からのお知らせ');
  await office.getByRole('button', { name: '公開する' }).click();
  const dialog = office.getByRole('dialog');
  await expect(dialog).toContainText('東京都港区');
  await dialog.getByRole('button', { name: 'OK' }).click();
  await expect(office.getByRole('table', { name: '履歴' })).toContainText('公開');
  await expectAccessible(office);
  await office.getByRole('link', { name: '編集' }).click();
  await expectAccessible(office);

  const venue = await as('basic');
  await expect(venue.getByText('東京都からの重要なお知らせです。')).toBeVisible();
  const news = venue.getByRole('region', { name: 'お知らせ', exact: true }).getByRole('listitem').first();
  await expect(news).toContainText('未読');
  await expect(news).toContainText('重要');
  await venue.getByRole('link', { name: 'お知らせを読む' }).click();
  await expect(venue.locator(heading)).toHaveText('連休中の連絡先');
  await expect(venue.getByText('03-0000-0000')).toBeVisible();
  await expectAccessible(venue);
  await venue.getByRole('link', { name: 'ホーム', exact: true }).first().click();
  await expect(venue.getByText('東京都からの重要なお知らせです。')).toHaveCount(0);
  const other = await as('satellite');
  await expect(other.getByText('連休中の連絡先')).toHaveCount(0);
});

const h1 = (page: Page) => page.getByRole('heading', { level: 1 });
/** The pictures came, and their names say what they show. */
const expectPictures = async (page: Page, count: number): Promise<void> => {
  const pictures = page.getByRole('img', { name: /グラフ/ });
  await expect(pictures).toHaveCount(count);
  for (const picture of await pictures.all()) {
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  }
};

test('[S14] totals from the country down to a venue, with how much of them is known', async ({ as }) => {
  const page = await as('ministry');
  await page.getByRole('main').getByRole('link', { name: '集計', exact: true }).click();
  await expect(h1(page)).toHaveText('集計 全国');
  const state = page.getByRole('region', { name: '全国の状況' });
  await expect(state).toContainText(/接種が[\d,]+回報告されています。まだ報告のない施設が[\d,]+施設あります。/);
  await expect(state.getByText(/報告済 [\d,]+ \/ 3,000 施設/)).not.toHaveCount(0);
  for (const figure of ['納入希望量', '分配量（国から）', '受領した量', '廃棄', '在庫（現在）'])
    await expect(state.getByText(figure, { exact: true })).toBeVisible();
  await expectPictures(page, 3);
  for (const table of ['都道府県', '日ごとの接種回数', '区分・回数ごとの接種回数', 'クールごとの状況'])
    await expect(page.getByRole('table', { name: table, exact: true })).toBeVisible();
  await expect(page.getByRole('table', { name: '区分・回数ごとの接種回数' })).toContainText('高齢者施設従事者');
  await expectAccessible(page);

  const file = await page.request.get(
    (await page.getByRole('link', { name: '都道府県ごとの状況 CSV' }).getAttribute('href')) ?? '',
  );
  expect(await file.text()).toMatch(/^\uFEFFコード,名称,.*\r\n01,北海道,/);
  const workbook = page.waitForEvent('download');
  await page.getByRole('link', { name: '日ごとの接種回数 Excel' }).click();
  expect((await workbook).suggestedFilename()).toMatch(/^集計_全国_日別_.*\.xlsx$/);

  await page.getByLabel('クール', { exact: true }).selectOption({ label: '第2クール' });
  await page.getByRole('button', { name: '表示', exact: true }).click();
  await expect(page.getByRole('region', { name: '全国の状況' })).toContainText('第2クールに接種が');
  await page.getByRole('link', { name: /^東京都 報告済/ }).click();
  await expect(h1(page)).toHaveText('集計 東京都');
  await page.getByRole('link', { name: '港区', exact: true }).click();
  await expect(h1(page)).toHaveText('集計 港区');
  const missing = page.getByRole('row', { name: /三田クリニック/ });
  await expect(missing).toContainText('未報告');
  await expect(missing.getByRole('cell').nth(1)).toHaveText(/^—/);
  await expectAccessible(page);
  await page.getByRole('link', { name: '芝公園病院' }).click();
  await expect(h1(page)).toHaveText('集計 芝公園病院');
  await expect(page.getByRole('region', { name: '芝公園病院の状況' })).toContainText('まだ報告されていません');
  await page.getByRole('navigation', { name: 'パンくず' }).getByRole('link', { name: '東京都' }).click();
  await expect(h1(page)).toHaveText('集計 東京都');
});

test('[S13] [S14] a report counts at once; who is missing is reminded, and then the municipality is told', async ({
  as,
  world,
}) => {
  // Moving the clock over a week lets every room do what became due.
  test.slow();
  const venue = await as('satellite', { at: '/reports' });
  await venue.getByLabel('医療従事者 1回目', { exact: true }).first().fill('１２');
  await venue.getByRole('button', { name: '登録', exact: true }).click();
  await venue.getByRole('dialog').getByRole('button', { name: 'OK' }).click();
  await expect(h1(venue)).toHaveText('登録完了');
  const office = await as('municipality', { at: '/totals' });
  const row = office.getByRole('row', { name: /三田クリニック/ });
  await expect(row).toContainText('報告済');
  await expect(row.getByRole('cell').nth(1)).toHaveText('12');
  await expectPictures(office, 4);

  await world.moveClock('2021-05-03T08:05:00+09:00');
  const reminder = '【V-SYS】接種実績等の報告のお願い';
  const subjects = async (of: 'basic' | 'satellite' | 'municipality') =>
    (await world.mailbox(of)).map(({ subject }) => subject);
  await expect.poll(() => subjects('basic')).toContain(reminder);
  await expect.poll(() => subjects('municipality')).toContain('【V-SYS】接種実績等が未報告の施設があります');
  expect(await subjects('satellite')).not.toContain(reminder);
  await signIn(office, world, 'municipality');
  await office.goto('/notices');
  await office.getByRole('link', { name: '接種実績等が未報告の施設があります' }).first().click();
  await expect(office.getByRole('main')).toContainText(/第3クール.*2021\/05\/02/);
});
