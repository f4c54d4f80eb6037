import { expect, expectAccessible, type Page, test } from '../support/journey.ts';

const h1 = (page: Page) => page.getByRole('heading', { level: 1 });
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const applications = (page: Page) => page.getByRole('region', { name: '申請', exact: true }).first();
const shown = (page: Page, label: string) =>
  page.locator('.inline-view, .description').filter({ has: page.getByText(label, { exact: true }) });

const save = (page: Page) => page.getByRole('button', { name: '申請・保存', exact: true }).click();
const ok = (page: Page) => page.getByRole('dialog').getByRole('button', { name: 'OK', exact: true }).click();

test('[M2.1-10-1] [M2.1-10-2] 「申請・保存」 → 「OK」 → 「OK」: the municipality is mailed, the table 「申請」 shows it', async ({
  as,
  world,
}) => {
  const page = await as('basic', { at: '/venue/edit' });
  await field(page, '電話番号').fill('03-0111-2222');
  await field(page, '受付時間').fill('9:00〜12:00');
  await save(page);
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('電話番号');
  await expect(dialog).toContainText('→ 03-0111-2222');
  await expect(dialog).not.toContainText('受付時間');
  await expectAccessible(page);
  await ok(page);
  await expect(h1(page)).toHaveText('申請完了');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'OK', exact: true }).click();
  await expect(h1(page)).toHaveText('医療機関・接種会場 芝公園病院');
  await expect(applications(page)).toContainText('電話番号：');
  await expect(applications(page)).toContainText('→ 03-0111-2222');
  await expect(applications(page)).toContainText('2021/04/26');
  await expect(applications(page)).toContainText('芝　恵子');
  await expect(applications(page)).toContainText('承認待ち');
  await expect
    .poll(async () => (await world.mailbox('municipality'))[0]?.subject)
    .toBe('【V-SYS】承認依頼のお知らせ（芝公園病院）');
});

test('[M2.1-10-3] free fields at once, approval-bound ones wait and point to the table; changed again = a new version', async ({
  as,
}) => {
  const page = await as('basic', { at: '/venue' });
  await expect(shown(page, '受付時間')).toContainText('9:00〜12:00');
  await expect(shown(page, '電話番号').first()).not.toContainText('03-0111-2222');
  await expect(page.getByRole('link', { name: '申請の表を見る' }).first()).toHaveAttribute('href', /#applications$/);
  await page.goto('/venue/edit');
  await expect(field(page, '電話番号')).toHaveValue('03-0111-2222');
  await field(page, '受付時間').fill('9:00〜13:00');
  await save(page);
  await expect(h1(page)).toHaveText('医療機関・接種会場 芝公園病院');
  await expect(shown(page, '受付時間')).toContainText('9:00〜13:00');
  await page.goto('/venue/edit');
  await field(page, '電話番号').fill('03-0111-3333');
  await save(page);
  await ok(page);
  await page.getByRole('link', { name: 'OK', exact: true }).click();
  await expect(applications(page)).toContainText('→ 03-0111-3333');
  await expect(applications(page)).not.toContainText('→ 03-0111-2222');
});

test('[M2.1-9-1] [M2.1-9-2] [M2.1-9-6] phone and URL for bookings and 一般受入 are underlined and wait for approval', async ({
  as,
}) => {
  const page = await as('satellite', { at: '/venue/edit' });
  for (const label of ['予約受付の電話番号', '予約受付サイトURL', '一般受入'])
    await expect(field(page, label)).toHaveAccessibleDescription(/承認が必要/);
  await field(page, '予約受付の電話番号').fill('０３０１２３４５６７');
  await field(page, '予約受付サイトURL').fill('https://yoyaku.example.jp/mita');
  await expect(field(page, '一般受入').locator('option')).toContainText([
    '一般向け：誰でも来られる',
    '一般不可：特定の人のみ',
  ]);
  await field(page, '一般受入').selectOption('一般不可：特定の人のみ');
  await save(page);
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('→ 0301234567');
  await expect(dialog).toContainText('→ https://yoyaku.example.jp/mita');
  await expect(dialog).toContainText('→ 一般不可：特定の人のみ');
  await ok(page);
  await expect(h1(page)).toHaveText('申請完了');
});

test('[M2.1-10-4] the municipality sends back with a reason, then approves; the institution is mailed each time', async ({
  as,
  world,
}) => {
  const office = await as('municipality');
  await office.getByRole('link', { name: '申請', exact: true }).first().click();
  await expect(h1(office)).toHaveText('申請');
  await expectAccessible(office);
  await office.getByRole('link', { name: '芝公園病院' }).click();
  await expect(h1(office)).toHaveText('申請 芝公園病院');
  await expect(office.getByText('03-0111-3333').first()).toBeVisible();
  await expectAccessible(office);
  await office.getByRole('button', { name: '差戻し', exact: true }).click();
  await expect(office.getByText('差戻しの理由を入力してください。').first()).toBeVisible();
  await field(office, '差戻しの理由').fill('届出の番号と違います。');
  await office.getByRole('button', { name: '差戻し', exact: true }).click();
  await expect(office.getByText('「差戻し」にしました。')).toBeVisible();
  await expect.poll(async () => (await world.mailbox('basic'))[0]?.subject).toBe('【V-SYS】申請が差し戻されました');
  expect((await world.mailbox('basic'))[0]?.text).toContain('届出の番号と違います。');

  const page = await as('basic', { at: '/venue/edit' });
  await field(page, '電話番号').fill('03-0111-4444');
  await save(page);
  await ok(page);
  await office.goto('/applications');
  await office.getByRole('link', { name: '芝公園病院' }).click();
  await office.getByRole('button', { name: '承認', exact: true }).click();
  await ok(office);
  await expect(office.getByText('「承認済み」にしました。')).toBeVisible();
  await page.goto('/venue');
  await expect(shown(page, '電話番号').first()).toContainText('03-0111-4444');
  await expect(applications(page)).toContainText('差戻し');
  await expect(applications(page)).toContainText('理由：届出の番号と違います。');
  await expect(applications(page)).toContainText('承認済み');
  await expect.poll(async () => (await world.mailbox('basic'))[0]?.subject).toBe('【V-SYS】申請が承認されました');
});

test('what changed since it was looked at is not approved; the newer version is shown', async ({ as }) => {
  const page = await as('basic', { at: '/venue/edit' });
  await field(page, '代表者名').fill('芝　一郎');
  await save(page);
  await ok(page);
  const office = await as('municipality', { at: '/applications' });
  await office.getByRole('link', { name: '芝公園病院' }).click();
  await page.goto('/venue/edit');
  await field(page, '代表者名').fill('芝　二郎');
  await save(page);
  await ok(page);
  await expect(h1(page)).toHaveText('申請完了');
  await office.getByRole('button', { name: '承認', exact: true }).click();
  await expect(office.getByText('先に変更しました').first()).toBeVisible();
  await expect(office.getByText('芝　二郎').first()).toBeVisible();
  await expect(office.getByRole('heading', { name: '第1版' })).toBeVisible();
});

test('[S18] [MH-6] 代行入力 for a venue: who really typed is kept and shown, and the venue is told', async ({
  as,
  world,
}) => {
  const office = await as('prefecture', { at: '/venues?q=1310300031' });
  await office.getByRole('link', { name: '高輪みなと病院', exact: true }).click();
  await expect(office.getByText('に代わって入力します（代行入力）')).toBeVisible();
  await office.getByRole('link', { name: '新規医師情報', exact: true }).click();
  await field(office, '（医師）氏名（厚労 太郎）').fill('高輪　医師');
  await field(office, '（医師）氏名（こうろう たろう）').fill('たかなわ　いし');
  await office.getByRole('button', { name: '保存', exact: true }).click();
  await expect(office.getByText('医師情報を保存しました。')).toBeVisible();

  const page = await as('municipality', { at: '/venues?q=1310300015' });
  await page.getByRole('link', { name: '編集 芝公園病院' }).click();
  await expect(page.getByText('芝公園病院に代わって入力します（代行入力）')).toBeVisible();
  await field(page, '受付時間').fill('代わりに入力 9:00〜');
  await save(page);
  await expect(page.getByText('保存しました。').first()).toBeVisible();
  await expect(page.getByRole('region', { name: '更新の履歴' }).first()).toContainText('（代行入力）');
  await expect
    .poll(async () => (await world.mailbox('basic'))[0]?.subject)
    .toBe('【V-SYS】登録情報の代行入力のお知らせ');
  const venue = await as('basic', { at: '/venue' });
  await expect(venue.getByRole('region', { name: '更新の履歴' }).first()).toContainText('港区');
  await expect(venue.getByRole('region', { name: '更新の履歴' }).first()).toContainText('受付時間');
});

test('[MH-7] 「代表者名」 through 申請; the municipality approves several at once from the list', async ({
  as,
  world,
}) => {
  const office = await as('municipality', { at: '/applications' });
  await office.getByRole('checkbox', { name: '芝公園病院 選択' }).check();
  await office.getByRole('checkbox', { name: '三田クリニック 選択' }).check();
  await office.getByRole('button', { name: '選択した申請を承認' }).click();
  await expect(office.getByRole('dialog')).toContainText('2件の申請を承認しますか');
  await ok(office);
  await expect(office.getByText('2件の申請を承認しました。')).toBeVisible();
  const page = await as('basic', { at: '/venue' });
  await expect(shown(page, '代表者名')).toContainText('芝　二郎');
  await expect.poll(async () => (await world.mailbox('satellite'))[0]?.subject).toBe('【V-SYS】申請が承認されました');
  await page.goto('/venue/edit');
  await field(page, '代表者名').fill('');
  await save(page);
  await ok(page);
  await expect(h1(page)).toHaveText('申請完了');
  await page.getByRole('link', { name: 'OK', exact: true }).click();
  await expect(shown(page, '代表者名')).toContainText('芝　二郎');
  await expect(applications(page)).toContainText('→ （未入力）');
});

test('[S31] the booking vendor updates the marks of the venues that delegated to it, and no others', async ({ as }) => {
  const page = await as('vendor');
  await page.getByRole('link', { name: '予約受付状況の更新', exact: true }).first().click();
  await expect(h1(page)).toHaveText('予約受付状況の更新');
  await page.getByLabel('名称・住所・コード').fill('1310300023');
  await page.getByRole('button', { name: '絞り込む' }).click();
  await expectAccessible(page);
  await page.getByRole('link', { name: '三田クリニック' }).click();
  await expect(h1(page)).toHaveText('予約の受付情報の変更 三田クリニック');
  await expectAccessible(page);
  await page.getByRole('radio', { name: '残り少数 △' }).check();
  await page.getByRole('button', { name: '更新', exact: true }).click();
  await expect(page.getByText('三田クリニックを「残り少数 △」に更新しました。')).toBeVisible();
  const venue = await as('satellite');
  await expect(venue.getByText('現在の状況')).toContainText('残り少数 △');
  await page.goto('/booking-status/venues?q=1310300015');
  await expect(page.getByRole('link', { name: '芝公園病院' })).toHaveCount(0);
});

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
