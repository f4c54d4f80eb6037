import { expect, expectAccessible, test } from '../support/journey.ts';

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
