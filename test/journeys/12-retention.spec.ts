import { expect, expectAccessible, test } from '../support/journey.ts';

test('[S35] the desk sees how long what is kept, and that it is cleared every day', async ({ as, world }) => {
  const page = await as('desk');
  await world.moveClock('2021-04-26T09:20:00+09:00');
  await page.getByRole('main').getByRole('link', { name: 'データの保存期間', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('データの保存期間');
  const row = page.getByRole('row', { name: /操作の記録/ });
  await expect(row).toContainText('5年');
  await expect(row).toContainText(/2021\/04\/26 09:/);
  await expect(page.getByRole('row', { name: /受付番号/ })).toContainText('30日');
  await expectAccessible(page);
});
