import { type Account, expect, expectAccessible, type Page, signIn, test, type World } from '../support/journey.ts';

/** Long walks through several browsers and mails. */
test.describe.configure({ timeout: 240_000 });

const heading = (page: Page, name: string | RegExp) => expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const follow = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).first().click();
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });

const findUser = async (page: Page, q: string) => {
  await page.goto('/');
  await follow(page, 'ユーザの管理');
  await heading(page, 'ユーザの管理');
  await field(page, 'ユーザ名・氏名・メール・組織名・医療機関コード').fill(q);
  await press(page, '検索');
};
const nextCode = async (world: World, to: string, before: number): Promise<string> => {
  await expect.poll(async () => (await world.mailbox(to)).length).toBeGreaterThan(before);
  return world.lastCode(to);
};
const inviteUrl = async (world: World, to: string, before: number): Promise<string> => {
  await expect.poll(async () => (await world.mailbox(to)).length).toBeGreaterThan(before);
  const [mail] = await world.mailbox(to);
  return /https?:\/\/[^/\s]+(\/first-login\?token=\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
};
/** From the URL of a mail to a new password. */
const setPassword = async (page: Page, world: World, to: string, url: string, password: string) => {
  const before = (await world.mailbox(to)).length;
  await page.goto(url);
  await heading(page, 'ログインユーザ初期設定');
  await field(page, '確認コード').fill(await nextCode(world, to, before));
  await press(page, '検証');
  await heading(page, 'パスワードを変更する');
  await field(page, '新しいパスワード').fill(password);
  await field(page, '新しいパスワードの確認').fill(password);
  await field(page, 'セキュリティの質問').selectOption({ index: 1 });
  await field(page, '回答').fill('あさがお');
  await press(page, 'パスワードを変更');
};
const tryLogin = async (page: Page, account: Account, password = 'Demo-2021') => {
  await page.goto('/login');
  await field(page, 'ユーザ名').fill(`${account}@v.sys`);
  await field(page, 'パスワード').fill(password);
  await press(page, 'ログイン');
};

test('[S32] the desk sees accounts and nothing of the business', async ({ as }) => {
  const page = await as('desk');
  const tabs = await page.getByRole('navigation', { name: 'タブ' }).getByRole('link').allInnerTexts();
  expect(tabs).toContain('ユーザの管理');
  for (const word of ['納入希望量', '分配', '在庫', 'ワクチン分配', 'クール']) expect(tabs).not.toContain(word);
  for (const path of [
    '/demands',
    '/allocations',
    '/distributions/home',
    '/reports',
    '/claims',
    '/stock',
    '/venue',
    '/cycles',
  ]) {
    const answer = await page.request.get(path);
    expect(answer.status(), path).toBe(404);
  }
  await findUser(page, 'ministry@v.sys');
  await follow(page, 'ministry@v.sys');
  await expect(page.getByText('国のユーザの追加・削除・初期化は、国の担当者が行います。')).toBeVisible();
  await expect(page.getByRole('button', { name: 'ユーザを削除する' })).toHaveCount(0);
});

test('[MC-3] a user is added up to the limit of the institution, and the mail invites', async ({
  as,
  visitor,
  world,
}) => {
  const page = await as('desk', { at: '/desk/users' });
  await expectAccessible(page);
  await follow(page, 'ユーザを追加する');
  await heading(page, 'ユーザの追加');
  await expectAccessible(page);
  await page.getByRole('button', { name: '医療機関・組織 虫眼鏡マーク' }).click();
  const dialog = page.getByRole('dialog', { name: '検索' });
  await dialog.getByLabel('検索する文字').fill('1310300015');
  await dialog.getByRole('button', { name: 'Go!' }).click();
  await dialog.getByRole('button', { name: /芝公園病院/ }).click();
  await expect(field(page, '医療機関・組織')).toHaveValue('芝公園病院');
  const hospital = await page.locator('input[name="orgId"]').inputValue();
  const fill = async (email: string) => {
    await page.goto(`/desk/users/new?org=${hospital}`);
    await field(page, '姓').fill('厚生');
    await field(page, '名').fill('太郎');
    await field(page, 'メールアドレス').fill(email);
    await press(page, '追加する');
  };
  await fill('taro@example.jp');
  await heading(page, /^ユーザ 厚生　太郎/);
  await expect(page.getByText('ユーザを追加し、招待メールを送信しました。')).toBeVisible();
  await expect(page.getByText('招待中（ログイン未）')).toBeVisible();
  await expectAccessible(page);
  const url = await inviteUrl(world, 'taro@example.jp', 0);
  const newcomer = await visitor();
  await setPassword(newcomer, world, 'taro@example.jp', url, 'Shibakoen-77');
  await heading(newcomer, '個人情報同意画面');
  await fill('taro@example.jp');
  await expect(page.getByText('このメールアドレスのユーザは、この組織にすでにいます。').last()).toBeVisible();
  for (let i = 3; i <= 10; i += 1) {
    await fill(`taro${i}@example.jp`);
    await heading(page, /^ユーザ 厚生　太郎/);
  }
  await fill('taro11@example.jp');
  await expect(page.getByText('すでに上限の10人です').last()).toBeVisible();
});

test('[MC-4] a removed user is out at once and cannot get in', async ({ as, visitor, world }) => {
  const victim = await visitor();
  await signIn(victim, world, 'wholesaler');
  const page = await as('desk');
  await findUser(page, 'wholesaler@v.sys');
  await follow(page, 'wholesaler@v.sys');
  await press(page, 'ユーザを削除する');
  const dialog = page.getByRole('dialog', { name: 'ユーザを削除しますか' });
  await expect(dialog).toContainText('wholesaler@v.sys');
  await expectAccessible(page);
  await press(page, 'キャンセル');
  await expect(page.getByText('利用中')).toBeVisible();
  await press(page, 'ユーザを削除する');
  await press(page, 'OK');
  await expect(page.getByText('ユーザを削除しました。')).toBeVisible();
  await expect(page.getByText('削除済み')).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'ユーザの削除（サービスデスク）' })).toContainText(
    'サービスデスク',
  );
  await victim.goto('/');
  await heading(victim, 'ログイン');
  await tryLogin(victim, 'wholesaler');
  await expect(victim.getByText('ユーザ名またはパスワードを確認してください。').last()).toBeVisible();
});

test('[MC-5] who never logged in gets a new URL, to a corrected address; the old URL is void', async ({
  as,
  visitor,
  world,
}) => {
  const old = await inviteUrl(world, 'newcomer', 0);
  const page = await as('desk');
  await findUser(page, 'newcomer');
  await follow(page, 'newcomer@v.sys');
  await expect(page.getByRole('heading', { level: 2, name: 'パスワード初期化（ログイン未）' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'パスワードを初期化する' })).toHaveCount(0);
  await expectAccessible(page);
  await field(page, 'メールアドレス').fill('newcomer-2@example.jp');
  await press(page, '招待メールを送り直す');
  await expect(page.getByText('招待メールを送り直しました。')).toBeVisible();
  const url = await inviteUrl(world, 'newcomer-2@example.jp', 0);
  const newcomer = await visitor();
  await newcomer.goto(old);
  await expect(newcomer.getByText('このURLは使えません。')).toBeVisible();
  await setPassword(newcomer, world, 'newcomer-2@example.jp', url, 'Takanawa-2021');
  await heading(newcomer, '個人情報同意画面');
});

test('[MC-6] who forgot the answer too gets a URL for password and question; the lock is ended by the desk', async ({
  as,
  visitor,
  world,
}) => {
  const person = await visitor();
  for (let i = 0; i < 10; i += 1) await tryLogin(person, 'vendor', `Wrong-202${i}`);
  const page = await as('desk');
  await findUser(page, 'vendor@v.sys');
  await expect(page.getByRole('row').filter({ hasText: 'vendor@v.sys' })).toContainText('ロック中');
  await follow(page, 'vendor@v.sys');
  await expectAccessible(page);
  await press(page, 'ロックを解除する');
  await expect(page.getByText('ロックを解除しました。')).toBeVisible();
  const before = (await world.mailbox('vendor')).length;
  await press(page, 'パスワードを初期化する');
  await expect(page.getByRole('dialog', { name: 'パスワードを初期化しますか' })).toContainText('vendor@example.jp');
  await press(page, 'OK');
  await expect(page.getByText('パスワードを初期化するためのメールを送信しました。')).toBeVisible();
  const url = await inviteUrl(world, 'vendor', before);
  await setPassword(person, world, 'vendor', url, 'Vendorer-88');
  await expect(person.getByText('ユーザ名を含まない').last()).toBeVisible();
  await field(person, '新しいパスワード').fill('Yoyaku-2021');
  await field(person, '新しいパスワードの確認').fill('Yoyaku-2021');
  await press(person, 'パスワードを変更');
  await heading(person, 'ホーム');
});

test('[S37] mail that comes back: the desk sees it and sends it again, the organisation is told', async ({
  as,
  visitor,
  world,
}) => {
  const page = await as('desk');
  await findUser(page, '三田クリニック');
  await page.goto('/desk/users/new');
  await page.getByRole('button', { name: '医療機関・組織 虫眼鏡マーク' }).click();
  const dialog = page.getByRole('dialog', { name: '検索' });
  await dialog.getByLabel('検索する文字').fill('三田クリニック');
  await dialog.getByRole('button', { name: 'Go!' }).click();
  await dialog
    .getByRole('button', { name: /三田クリニック/ })
    .first()
    .click();
  await field(page, '姓').fill('三田');
  await field(page, '名').fill('花子');
  await field(page, 'メールアドレス').fill('hanako@clinic.invalid');
  await press(page, '追加する');
  await heading(page, /^ユーザ 三田　花子/);
  const row = page.getByRole('row').filter({ hasText: 'hanako@clinic.invalid' });
  await expect(async () => {
    await page.goto('/desk/mails');
    await expect(row).toContainText('届きませんでした');
  }).toPass();
  await heading(page, 'メールの配信状況');
  await expect(row).toContainText('三田クリニック');
  await expectAccessible(page);
  await row.getByRole('button', { name: 'hanako@clinic.invalid 宛てのメールを再送する' }).click();
  await expect(page.getByText('再送を受け付けました。')).toBeVisible();
  await expect(async () => {
    await page.goto('/desk/mails');
    await expect(row).toContainText('2回試行');
  }).toPass();
  const { now } = (await (await fetch(`${world.url}/demo/clock`)).json()) as { now: string };
  await world.moveClock(new Date(Date.parse(now) + 60_000).toISOString());
  const clinic = await visitor();
  await signIn(clinic, world, 'satellite');
  await clinic.goto('/notices');
  await clinic.getByRole('link', { name: 'メールが届かない利用者がいます' }).click();
  await expect(clinic.getByText('hanako@clinic.invalid').first()).toBeVisible();
  await expectAccessible(clinic);
});
