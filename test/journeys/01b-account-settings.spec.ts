import { generateSync } from 'otplib';
import { type Account, expect, expectAccessible, type Page, signIn, test, type World } from '../support/journey.ts';

/** Long walks through several browsers and mails. */
test.describe.configure({ timeout: 240_000 });

const heading = (page: Page, name: string) => expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const follow = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).click();
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });

const enter = async (page: Page, account: Account, password: string) => {
  await field(page, 'ユーザ名').fill(`${account}@v.sys`);
  await field(page, 'パスワード').fill(password);
  await press(page, 'ログイン');
};
/** The code in the mail that comes after these mails. */
const nextCode = async (world: World, to: string, before: number): Promise<string> => {
  await expect.poll(async () => (await world.mailbox(to)).length).toBeGreaterThan(before);
  return world.lastCode(to);
};
const signInWith = async (page: Page, world: World, account: Account, password: string, to: string = account) => {
  await page.goto('/login');
  const before = (await world.mailbox(to)).length;
  await enter(page, account, password);
  await heading(page, 'メール確認コード入力');
  await field(page, '確認コード').fill(await nextCode(world, to, before));
  await press(page, '検証');
  await heading(page, 'ホーム');
};
const openSettings = async (page: Page) => {
  await page.getByText('様', { exact: false }).first().click();
  await follow(page, '私の設定');
  await heading(page, '私の設定');
};
const logOut = async (page: Page) => {
  await page.getByText('様', { exact: false }).first().click();
  await press(page, 'ログアウト');
  await heading(page, 'ログイン');
};
const pass = async (world: World, minutes: number) => {
  const { now } = (await (await fetch(`${world.url}/demo/clock`)).json()) as { now: string };
  await world.moveClock(new Date(Date.parse(now) + minutes * 60_000).toISOString());
};

test('[MH-1] name → 「私の設定」 → 「私のパスワード変更」 → 「保存」; the current and the last four are refused', async ({
  visitor,
  world,
}) => {
  const page = await visitor();
  await signIn(page, world, 'wholesaler');
  await openSettings(page);
  await expectAccessible(page);
  await follow(page, '私のパスワード変更');
  await heading(page, '私のパスワード変更');
  await expectAccessible(page);
  await expect(page.getByText('セキュリティの質問の回答は、絶対に忘れないでください')).toBeVisible();
  const change = async (current: string, next: string) => {
    await page.goto('/settings/password');
    await field(page, '現在のパスワード').fill(current);
    await field(page, '新しいパスワード').fill(next);
    await field(page, '新しいパスワードの確認').fill(next);
    await field(page, 'セキュリティの質問').selectOption({ index: 2 });
    await field(page, '回答').fill('もみじ');
    await press(page, '保存');
  };
  const refused = page.getByText('いまのパスワードと、過去4回前までに使用したパスワードは使用できません。').last();
  await change('Demo-2022', 'Chiyoda-1');
  await expect(page.getByText('現在のパスワードが正しくありません。').last()).toBeVisible();
  await change('Demo-2021', 'Password123!');
  await expect(page.getByText('よく使われるパスワード').last()).toBeVisible();
  await change('Demo-2021', 'Demo-2021');
  await expect(refused).toBeVisible();
  const chain = ['Demo-2021', 'Chiyoda-1', 'Chiyoda-2', 'Chiyoda-3', 'Chiyoda-4'];
  for (let i = 1; i < chain.length; i += 1) {
    await change(chain[i - 1] ?? '', chain[i] ?? '');
    await heading(page, '私の設定');
  }
  await change('Chiyoda-4', 'Demo-2021');
  await expect(refused).toBeVisible();
  await change('Chiyoda-4', 'Chiyoda-5');
  await expect(page.getByText('パスワードを変更しました。')).toBeVisible();
  await change('Chiyoda-5', 'Demo-2021');
  await expect(page.getByText('パスワードを変更しました。')).toBeVisible();
  const later = await visitor();
  await signInWith(later, world, 'wholesaler', 'Demo-2021');
});

test('[MH-2] 「パスワードをお忘れですか？」 → mail → answer → code → new password → 「ホーム」', async ({
  visitor,
  world,
}) => {
  const page = await visitor();
  await page.goto('/login');
  await follow(page, 'パスワードをお忘れですか？');
  const before = await world.mailbox('municipality');
  await field(page, 'ユーザ名').fill('municipality@v.sys');
  await expectAccessible(page);
  await press(page, '次へ');
  await heading(page, 'メールの確認');
  await expectAccessible(page);
  await expect.poll(async () => (await world.mailbox('municipality')).length).toBeGreaterThan(before.length);
  const [mail] = await world.mailbox('municipality');
  expect(mail?.text).toContain('24時間以内');
  const url = /https?:\/\/[^/\s]+(\/reset-password\?token=\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
  await page.goto(url);
  await heading(page, 'セキュリティの質問への回答');
  await expect(page.getByText('好きな花は何ですか')).toBeVisible();
  await expectAccessible(page);
  await field(page, '回答').fill('ひまわり');
  await press(page, '次へ');
  await expect(page.getByText('回答が正しくありません。').last()).toBeVisible();
  const count = (await world.mailbox('municipality')).length;
  await field(page, '回答').fill(' サクラ ');
  await press(page, '次へ');
  await expect(page.getByText('回答が正しくありません。').last()).toBeVisible();
  await field(page, '回答').fill('さ く ら');
  await press(page, '次へ');
  await heading(page, 'メール確認コード入力');
  await field(page, '確認コード').fill(await nextCode(world, 'municipality', count));
  await press(page, '検証');
  await heading(page, 'パスワードを変更する');
  await expect(field(page, '回答')).toHaveCount(0);
  await expectAccessible(page);
  const set = async (password: string) => {
    await field(page, '新しいパスワード').fill(password);
    await field(page, '新しいパスワードの確認').fill(password);
    await press(page, 'パスワードを変更');
  };
  await set('Demo-2021');
  await expect(page.getByText('過去4回前までに使用したパスワードは使用できません').last()).toBeVisible();
  await set('Minato-ku-9');
  await heading(page, 'ホーム');
  await page.goto(url);
  await expect(page.getByText('このURLは使えません。')).toBeVisible();
  const later = await visitor();
  await signInWith(later, world, 'municipality', 'Minato-ku-9');
});

test('[MH-2] an unknown user name shows the same pages; the URL is over after 24 hours', async ({ visitor, world }) => {
  const page = await visitor();
  const ask = async (name: string) => {
    await page.goto('/forgotten-password');
    await field(page, 'ユーザ名').fill(name);
    await press(page, '次へ');
    await heading(page, 'メールの確認');
    return page.getByRole('main').innerText();
  };
  const before = (await world.mailbox('vendor')).length;
  expect(await ask('nobody@v.sys')).toBe(await ask('vendor@v.sys'));
  await expect.poll(async () => (await world.mailbox('vendor')).length).toBe(before + 1);
  const [mail] = await world.mailbox('vendor');
  const url = /https?:\/\/[^/\s]+(\/reset-password\?token=\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
  await pass(world, 24 * 60 + 1);
  await page.goto(url);
  await expect(page.getByText('このURLは使えません。')).toBeVisible();
  await expectAccessible(page);
});

test('[MH-3] the mail address changes in the order of the manual, and not before the end', async ({
  visitor,
  world,
}) => {
  const page = await visitor();
  const fresh = 'satellite-new@example.jp';
  await signIn(page, world, 'satellite');
  await openSettings(page);
  await follow(page, '個人用');
  await heading(page, '個人用');
  await follow(page, '個人情報');
  await heading(page, '個人情報');
  await expect(field(page, 'メール')).toHaveValue('satellite@example.jp');
  await expectAccessible(page);
  await field(page, 'メール').fill(fresh);
  await press(page, '保存');
  await expect(page.getByRole('dialog')).toContainText(fresh);
  await press(page, 'OK');
  await expect(page.getByText('設定が正常に保存されました。')).toBeVisible();
  await expect(field(page, 'メール')).toHaveValue('satellite@example.jp');
  await expect.poll(async () => (await world.mailbox(fresh)).length).toBe(1);
  expect((await world.mailbox('satellite'))[0]?.subject).toContain('メールアドレスの変更要求を受け取りました');
  const [mail] = await world.mailbox(fresh);
  expect(mail?.text).toContain('72時間以内');
  const url = /https?:\/\/[^/\s]+(\/login\?mail=\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
  await logOut(page);
  await page.goto(url);
  await heading(page, 'ログイン');
  await expect(field(page, 'ユーザ名')).toHaveValue('satellite@v.sys');
  await expectAccessible(page);
  const mails = (await world.mailbox('satellite')).length;
  await field(page, 'パスワード').fill('Demo-2021');
  await press(page, 'ログイン');
  await heading(page, 'メール確認コード入力');
  await field(page, '確認コード').fill(await nextCode(world, 'satellite', mails));
  await press(page, '検証');
  await heading(page, 'IDを検証');
  await expectAccessible(page);
  await field(page, '確認コード').fill(await nextCode(world, 'satellite', mails + 1));
  await press(page, '検証');
  await heading(page, 'メールが変更されました');
  await expectAccessible(page);
  await press(page, '次へ');
  await heading(page, 'ホーム');
  await page.goto('/settings/personal/information');
  await expect(field(page, 'メール')).toHaveValue(fresh);
  const later = await visitor();
  await signInWith(later, world, 'satellite', 'Demo-2021', fresh);
  await later.goto(url);
  await expect(later.getByText('メールアドレスを変更するためのURLは使えません。')).toBeVisible();
});

test('[MH-3] a remembered browser does not skip the code; the URL is over after 72 hours, the old address stays', async ({
  visitor,
  world,
}) => {
  const page = await visitor();
  await signIn(page, world, 'basic');
  await page.goto('/settings/personal/information');
  await field(page, 'メール').fill('never@example.jp');
  await press(page, '保存');
  await press(page, 'OK');
  await expect.poll(async () => (await world.mailbox('never@example.jp')).length).toBe(1);
  const [mail] = await world.mailbox('never@example.jp');
  const url = /https?:\/\/[^/\s]+(\/login\?mail=\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
  await logOut(page);
  await page.goto(url);
  await field(page, 'パスワード').fill('Demo-2021');
  await press(page, 'ログイン');
  await heading(page, 'メール確認コード入力');
  await pass(world, 72 * 60 + 1);
  await page.goto(url);
  await expect(page.getByText('72時間の期限が過ぎたか')).toBeVisible();
  await expectAccessible(page);
  await page.goto('/login');
  await enter(page, 'basic', 'Demo-2021');
  await heading(page, 'ホーム');
  await page.goto('/settings/personal/information');
  await expect(field(page, 'メール')).toHaveValue('basic@example.jp');
});

test('[MH-4] the new person gets in with codes read out by the old one, who is out afterwards', async ({
  visitor,
  world,
}) => {
  const old = await visitor();
  const successor = await visitor();
  await signIn(old, world, 'manufacturer');
  await old.goto('/settings/personal/information');
  await follow(old, '人事異動等で使用する人が変わるとき');
  await heading(old, '人事異動等でV-SYSを使用する人が変更となり、メールアドレスを変更したいときは');
  for (const step of ['STEP1', 'STEP2', 'STEP3'])
    await expect(old.getByRole('heading', { level: 2, name: step })).toBeVisible();
  await expectAccessible(old);
  await old.goto('/settings/personal/information');
  await field(old, 'メール').fill('successor@example.jp');
  await press(old, '保存');
  await press(old, 'OK');
  await expect(old.getByText('設定が正常に保存されました。')).toBeVisible();
  await expect.poll(async () => (await world.mailbox('successor@example.jp')).length).toBe(1);
  const [mail] = await world.mailbox('successor@example.jp');
  const url = /https?:\/\/[^/\s]+(\/login\?mail=\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
  await successor.goto(url);
  const mails = (await world.mailbox('manufacturer')).length;
  await field(successor, 'パスワード').fill('Demo-2021');
  await press(successor, 'ログイン');
  const first = await nextCode(world, 'manufacturer', mails);
  await pass(world, 9);
  await field(successor, '確認コード').fill(first);
  await press(successor, '検証');
  await heading(successor, 'IDを検証');
  await field(successor, '確認コード').fill(await nextCode(world, 'manufacturer', mails + 1));
  await press(successor, '検証');
  await heading(successor, 'メールが変更されました');
  await press(successor, '次へ');
  await heading(successor, 'ホーム');
  await old.goto('/');
  await heading(old, 'ログイン');
  const before = (await world.mailbox('manufacturer')).length;
  await enter(old, 'manufacturer', 'Demo-2021');
  await heading(old, 'メール確認コード入力');
  expect((await world.mailbox('manufacturer')).length).toBe(before);
});

test('[MH-5] two minutes before the logout every tab shows the dialog; 「続けて使用する」 keeps all and what was typed', async ({
  visitor,
  world,
}) => {
  const page = await visitor();
  await signIn(page, world, 'basic');
  await page.goto('/settings/personal/information');
  await field(page, '電話番号').fill('03-1234-5678');
  const second = await page.context().newPage();
  await second.goto('/');
  await pass(world, 28.5);
  for (const tab of [page, second]) {
    const dialog = tab.getByRole('alertdialog', { name: 'まもなく自動的にログアウトします' });
    await expect(dialog).toBeVisible();
    await expect(dialog).toContainText('残り');
  }
  await expect(page.getByRole('button', { name: '続けて使用する' })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  for (const tab of [page, second]) await expect(tab.getByRole('alertdialog')).toBeHidden();
  await expect(field(page, '電話番号')).toHaveValue('03-1234-5678');
  await pass(world, 5);
  await press(page, '保存');
  await expect(page.getByText('設定が正常に保存されました。')).toBeVisible();
});

test('[MH-5] a form cut off by the logout is offered again after the login, to the same user only', async ({
  visitor,
  world,
}) => {
  const page = await visitor();
  await signIn(page, world, 'ministry');
  await page.goto('/settings/personal/information');
  await field(page, '電話番号').fill('03-9876-5432');
  await pass(world, 31);
  await expect(page.getByRole('alertdialog', { name: '自動的にログアウトしました' })).toBeVisible();
  await press(page, 'ログイン');
  await heading(page, 'ログイン');
  await expect(page.getByText('入力の途中だった内容があれば')).toBeVisible();
  const stranger = await visitor();
  await signIn(stranger, world, 'desk');
  await stranger.goto('/kept-forms');
  await expect(stranger.getByText('入力途中の内容はありません。')).toBeVisible();
  const before = (await world.mailbox('ministry')).length;
  await enter(page, 'ministry', 'Demo-2021');
  await field(page, '確認コード').fill(await nextCode(world, 'ministry', before));
  await press(page, '検証');
  await heading(page, '入力途中の内容');
  await expect(page.getByText('03-9876-5432')).toBeVisible();
  await expectAccessible(page);
  await press(page, '入力を続ける');
  await heading(page, '個人情報');
  await expect(field(page, '電話番号')).toHaveValue('03-9876-5432');
  await press(page, '保存');
  await expect(page.getByText('設定が正常に保存されました。')).toBeVisible();
});

for (const [name, viewport] of [
  ['landscape', { width: 1024, height: 768 }],
  ['portrait', { width: 768, height: 1024 }],
] as const)
  test(`[MH-8] on a tablet (${name}) by touch: login, settings, logout, without any third party`, async ({
    visitor,
    world,
  }) => {
    const page = await visitor({ viewport, hasTouch: true, isMobile: true });
    const others: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(world.url) && !request.url().startsWith('data:')) others.push(request.url());
    });
    page.on('popup', (popup) => others.push(popup.url()));
    await signIn(page, world, 'desk');
    await page.getByText('様', { exact: false }).first().tap();
    await page.getByRole('link', { name: '私の設定', exact: true }).tap();
    await heading(page, '私の設定');
    await page.getByRole('link', { name: '個人用', exact: true }).tap();
    await page.getByRole('link', { name: '個人情報', exact: true }).tap();
    await heading(page, '個人情報');
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await wide()).toBeLessThanOrEqual(0);
    const cookies = await page.context().cookies();
    expect(cookies.every(({ sameSite, httpOnly }) => sameSite === 'Lax' && httpOnly)).toBe(true);
    await page.getByText('様', { exact: false }).first().tap();
    await page.getByRole('button', { name: 'ログアウト', exact: true }).tap();
    await heading(page, 'ログイン');
    expect(others).toEqual([]);
  });

test('an authenticator app stands in for the mailed code, a recovery code for the app; the mail stays possible', async ({
  visitor,
  world,
}) => {
  const page = await visitor();
  await signIn(page, world, 'desk');
  await page.goto('/settings/security');
  await expectAccessible(page);
  const app = page.getByRole('region', { name: '認証アプリ' });
  await app.getByLabel('現在のパスワード').fill('Demo-2021');
  await press(page, '認証アプリを設定する');
  await heading(page, '認証アプリの設定');
  await expect(page.getByRole('img', { name: '認証アプリで読み取るQRコード' })).toBeVisible();
  await expectAccessible(page);
  const secret = (await page.locator('code').first().innerText()).replaceAll(' ', '');
  const recovery = await page.getByRole('listitem').locator('code').first().innerText();
  await field(page, '確認コード').fill('000000');
  await press(page, '設定を完了する');
  await expect(page.getByText('コードが正しくないか').last()).toBeVisible();
  await field(page, '確認コード').fill(generateSync({ secret }));
  await press(page, '設定を完了する');
  await expect(page.getByText('認証アプリを設定しました。')).toBeVisible();
  await expect(page.getByText('残っている回復コード：10個')).toBeVisible();
  const mails = (await world.mailbox('desk')).length;
  for (const use of ['recovery', 'app', 'mail'] as const) {
    const later = await visitor();
    await later.goto('/login');
    await enter(later, 'desk', 'Demo-2021');
    await heading(later, '本人確認');
    await expectAccessible(later);
    if (use === 'mail') {
      await press(later, 'メールで確認コードを受け取る');
      await field(later, '確認コード').fill(await nextCode(world, 'desk', mails));
    } else if (use === 'recovery') {
      await field(later, '確認コード').fill(recovery.toUpperCase());
    } else {
      expect((await world.mailbox('desk')).length).toBe(mails);
      // The code of the set-up is used up: the next one counts.
      await field(later, '確認コード').fill(generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + 30 }));
    }
    await press(later, '検証');
    await heading(later, 'ホーム');
  }
  await page.reload();
  await expect(page.getByText('残っている回復コード：9個')).toBeVisible();
  await press(page, '認証アプリの設定を解除する');
  await expect(page.getByText('解除しました。')).toBeVisible();
});

test('a passkey logs in without password and code', async ({ visitor, world }) => {
  const page = await visitor({ baseURL: world.url.replace('127.0.0.1', 'localhost') });
  const here = world.url.replace('127.0.0.1', 'localhost');
  const client = await page.context().newCDPSession(page);
  await client.send('WebAuthn.enable');
  await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await signIn(page, { ...world, url: here }, 'vendor');
  await page.goto('/settings/security');
  const part = page.getByRole('region', { name: 'パスキー', exact: true });
  await part.getByLabel('パスキーの名前').fill('受付のパソコン');
  await part.getByLabel('現在のパスワード').fill('Wrong-2021');
  await press(page, 'パスキーを追加する');
  await expect(page.getByText('現在のパスワードが正しくありません。').last()).toBeVisible();
  await page.goto('/settings/security');
  await part.getByLabel('パスキーの名前').fill('受付のパソコン');
  await part.getByLabel('現在のパスワード').fill('Demo-2021');
  await press(page, 'パスキーを追加する');
  await expect(page.getByText('パスキーを追加しました。')).toBeVisible();
  await expectAccessible(page);
  await logOut(page);
  const mails = (await world.mailbox('vendor')).length;
  await press(page, 'パスキーでログイン');
  await heading(page, 'ホーム');
  expect((await world.mailbox('vendor')).length).toBe(mails);
  await logOut(page);
  await enter(page, 'vendor', 'Demo-2021');
  await heading(page, '本人確認');
  await press(page, 'パスキーでログイン');
  await heading(page, 'ホーム');
  await page.goto('/settings/security');
  await page.getByRole('button', { name: '「受付のパソコン」を削除する' }).click();
  await expect(page.getByText('解除しました。')).toBeVisible();
});

test('「ログイン中の端末」 ends one or all of the others; 「ログインと設定の記録」 tells what happened', async ({
  visitor,
  world,
}) => {
  const [page, other] = [await visitor(), await visitor()];
  await signIn(page, world, 'prefecture');
  await signIn(other, world, 'prefecture');
  await page.goto('/settings/devices');
  await expectAccessible(page);
  await page
    .getByRole('button', { name: /をログアウトさせる$/ })
    .first()
    .click();
  await expect(page.getByText('取り消しました。')).toBeVisible();
  await other.goto('/');
  await heading(other, 'ログイン');
  await page.goto('/settings/events');
  await heading(page, 'ログインと設定の記録');
  await expect(page.getByRole('row').filter({ hasText: 'ほかの端末のログアウト' }).first()).toContainText('本人');
  await expectAccessible(page);
});
