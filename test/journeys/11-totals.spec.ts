import { expect, expectAccessible, type Page, signIn, test } from '../support/journey.ts';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
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
  await expect(heading(page)).toHaveText('集計 全国');
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
  await expect(heading(page)).toHaveText('集計 東京都');
  await page.getByRole('link', { name: '港区', exact: true }).click();
  await expect(heading(page)).toHaveText('集計 港区');
  const missing = page.getByRole('row', { name: /三田クリニック/ });
  await expect(missing).toContainText('未報告');
  await expect(missing.getByRole('cell').nth(1)).toHaveText(/^—/);
  await expectAccessible(page);
  await page.getByRole('link', { name: '芝公園病院' }).click();
  await expect(heading(page)).toHaveText('集計 芝公園病院');
  await expect(page.getByRole('region', { name: '芝公園病院の状況' })).toContainText('まだ報告されていません');
  await page.getByRole('navigation', { name: 'パンくず' }).getByRole('link', { name: '東京都' }).click();
  await expect(heading(page)).toHaveText('集計 東京都');
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
  await expect(heading(venue)).toHaveText('登録完了');
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
