import { expect, expectAccessible, test } from '../support/journey.ts';

const venuePage = '/navi/venues/1310300015';

test('[M4.1-1] 「ホーム」 offers the four marks, each with its meaning', async ({ as }) => {
  const page = await as('basic');
  const group = page.getByRole('radiogroup', { name: '予約の受付情報の変更' });
  for (const [mark, meaning] of [
    ['予約可能 ○', '現在、予約を受け付けることができる'],
    ['残り少数 △', '現在、予約を受け付ける残数がわずか'],
    ['予約受付不可 ×', '現在、予約を受け付けられない'],
    ['予約不要 ●', '予約なしで接種可能'],
  ] as const) {
    await expect(group.getByRole('radio', { name: mark })).toBeVisible();
    await expect(group.getByText(meaning)).toBeVisible();
  }
  await expect(group.getByRole('radio', { name: '未登録' })).toHaveCount(0);
  await expectAccessible(page);
});

test('[M4.1-2] 「更新」 → 「更新完了」 → 「OK」, as often as one likes; nothing changes without 「更新」', async ({
  as,
}) => {
  const page = await as('basic');
  const now = page.getByText('現在の状況');
  for (const mark of ['残り少数 △', '予約不要 ●', '予約不要 ●'] as const) {
    await page.getByRole('radio', { name: mark }).check();
    await page.getByRole('button', { name: '更新', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('更新完了');
    await expect(page.getByText('2021/04/26').first()).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'OK' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('ホーム');
    await expect(now).toContainText(mark);
    await expect(now).toContainText('2021/04/26');
  }
  await page.getByRole('radio', { name: '予約可能 ○' }).check();
  page.once('dialog', (dialog) => dialog.accept());
  await page.goto('/venue');
  await page.goto('/');
  await expect(now).toContainText('予約不要 ●');
  await expect(page.getByRole('radio', { name: '予約不要 ●' })).toBeChecked();
});

test('a venue that has not chosen yet is told 「未登録 －」, and 「更新」 without a choice says what to do', async ({
  as,
}) => {
  const page = await as('satellite', { javaScriptEnabled: false });
  await expect(page.getByText('現在の状況')).toBeVisible();
  const chosen = await page.getByRole('radio', { checked: true }).count();
  expect(chosen).toBeLessThanOrEqual(1);
  await page.goto('/booking-status');
  await page.getByRole('radio', { name: '予約可能 ○' }).check();
  await page.getByRole('button', { name: '更新', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('更新完了');
});

test('[M4.1-3] the mark and the day of 「更新」 are on the public site within a second, in the list too', async ({
  as,
  visitor,
}) => {
  const site = await visitor();
  const basic = await as('basic');
  const card = site.getByRole('article', { name: /芝公園病院/ });
  for (const [mark, word] of [
    ['残り少数 △', '残り少数'],
    ['予約受付不可 ×', '予約受付不可'],
    ['予約不要 ●', '予約不要'],
    ['予約可能 ○', '予約可能'],
  ] as const) {
    await site.goto('/navi/131032');
    await basic.goto('/');
    await basic.getByRole('radio', { name: mark }).check();
    await basic.getByRole('button', { name: '更新', exact: true }).click();
    await expect(basic.getByRole('heading', { level: 1 })).toHaveText('更新完了');
    await site.reload();
    await expect(card.getByText(word, { exact: true })).toBeVisible();
    await expect(card.getByText('2021/04/26（月）')).toBeVisible();
    await site.goto(venuePage);
    const state = site.getByRole('region', { name: '予約の受付状況' });
    await expect(state.getByText(word, { exact: true })).toBeVisible();
    await expect(state.getByText(/2021\/04\/26（月）9:\d\d 更新/)).toBeVisible();
  }
  await site.goto('/navi/131032?bookable=1');
  await expect(card).toBeVisible();
});

test('[M4.1-3] the new mark stands in all three languages', async ({ as, visitor }) => {
  const basic = await as('basic', { at: '/booking-status' });
  await basic.getByRole('radio', { name: '残り少数 △' }).check();
  await basic.getByRole('button', { name: '更新', exact: true }).click();
  await expect(basic.getByRole('heading', { level: 1 })).toHaveText('更新完了');
  const site = await visitor();
  for (const [path, word, day] of [
    [venuePage, '残り少数', '2021/04/26（月）'],
    [
      '/navi/easy/venues/1310300015',
      '少（すこ）しだけ 予約（よやく）できます',
      '2021年（ねん）4月（がつ）26日（にち）',
    ],
    ['/navi/en/venues/1310300015', 'Few places left', '26 Apr 2021'],
  ] as const) {
    await site.goto(path);
    await expect(site.getByText(word, { exact: true })).toBeVisible();
    await expect(site.getByText(day).first()).toBeVisible();
    await expectAccessible(site);
  }
});
