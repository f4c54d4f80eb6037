import { expect, expectAccessible, signIn, test } from '../support/journey.ts';

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
