import { type Account, expect, expectAccessible, type Page, signIn, test, type World } from '../support/journey.ts';

const heading = (page: Page, name: string) => expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });

/** 「ログイン」 with a user name and a password. */
const enter = async (page: Page, account: Account, password = 'Demo-2021') => {
  await field(page, 'ユーザ名').fill(`${account}@v.sys`);
  await field(page, 'パスワード').fill(password);
  await press(page, 'ログイン');
};

/** The code in the mail that comes after these mails. */
const nextCode = async (world: World, account: Account, before: number): Promise<string> => {
  await expect.poll(async () => (await world.mailbox(account)).length).toBeGreaterThan(before);
  return world.lastCode(account);
};
const otherThan = (code: string): string => (code === '111111' ? '222222' : '111111');

/** From 「ログイン」 through the mailed code to the page of this name. */
const signInTo = async (page: Page, world: World, account: Account, name: string, password = 'Demo-2021') => {
  await page.goto(`${world.url}/login`);
  const before = (await world.mailbox(account)).length;
  await enter(page, account, password);
  await heading(page, 'メール確認コード入力');
  await field(page, '確認コード').fill(await nextCode(world, account, before));
  await press(page, '検証');
  await heading(page, name);
};

/** Lets so many minutes pass. */
const pass = async (world: World, minutes: number) => {
  const { now } = (await (await fetch(`${world.url}/demo/clock`)).json()) as { now: string };
  await world.moveClock(new Date(Date.parse(now) + minutes * 60_000).toISOString());
};

const wrongPassword = 'ユーザ名またはパスワードを確認してください。';
const wrongCode = '確認コードが正しくないか、使えなくなっています。';
const path = (text: string): string => /https?:\/\/[^/\s]+(\/first-login\?token=\S+)/.exec(text)?.[1] ?? '';

test.describe('first login', () => {
  test.describe.configure({ mode: 'serial' });
  let invitation = '';
  let session: Awaited<ReturnType<ReturnType<Page['context']>['storageState']>>;

  test('[M1.2-1] [M1.2-2] the mail has user name and URL; the URL opens 「ログインユーザ初期設定」 and mails a code', async ({
    visitor,
    world,
  }) => {
    const [mail] = await world.mailbox('newcomer');
    expect(mail?.text).toContain('newcomer@v.sys');
    expect(mail?.text).toContain('24時間以内');
    expect(mail?.text).toContain('このメールは削除しないでください');
    expect(mail?.text).toContain('ユーザ名は1人に1つです');
    invitation = path(mail?.text ?? '');
    const before = (await world.mailbox('newcomer')).length;
    const page = await visitor();
    await page.goto(invitation);
    await heading(page, 'ログインユーザ初期設定');
    expect(await nextCode(world, 'newcomer', before)).toMatch(/^\d{6}$/);
    await expectAccessible(page);
    await press(page, '確認コードを再送する');
    await expect(page.getByText('確認コードを送信したばかりです')).toBeVisible();
    await pass(world, 1);
    await press(page, '確認コードを再送する');
    await expect(page.getByText('確認コードをもう一度送信しました')).toBeVisible();
  });

  test('[M1.2-3] a wrong code gets a clear error, the right one → 「パスワードを変更する」; the URL is used up', async ({
    visitor,
    world,
  }) => {
    const page = await visitor();
    await pass(world, 2);
    const before = (await world.mailbox('newcomer')).length;
    await page.goto(invitation);
    const code = await nextCode(world, 'newcomer', before);
    await field(page, '確認コード').fill(otherThan(code));
    await press(page, '検証');
    await expect(page.getByText(wrongCode).last()).toBeVisible();
    await expectAccessible(page);
    await field(page, '確認コード').fill(code);
    await press(page, '検証');
    await heading(page, 'パスワードを変更する');
    session = await page.context().storageState();
    const other = await visitor();
    await other.goto(invitation);
    await expect(other.getByText('このURLは使えません。')).toBeVisible();
    await expect(other.getByText('パスワード初期化（ログイン未）申請')).toBeVisible();
    await expectAccessible(other);
  });

  test('[M1.2-4] [M1.2-5] 「パスワードを変更」 says which rules are met, takes a good password → 「個人情報同意画面」', async ({
    visitor,
  }) => {
    const page = await visitor({ storageState: session });
    await page.goto('/first-login/password');
    await expect(page.getByText('セキュリティの質問の回答は、絶対に忘れないでください')).toBeVisible();
    await expect(page.getByRole('link', { name: /お問合せ先/ })).toBeVisible();
    await expectAccessible(page);
    const length = page.getByRole('listitem').filter({ hasText: '8文字以上' });
    await field(page, '新しいパスワード').fill('Ab1');
    await expect(length).toContainText('まだです');
    await field(page, '新しいパスワード').fill('Takanawa-2021');
    await expect(length).toContainText('満たしています');
    await field(page, '新しいパスワードの確認').fill('Takanawa-2022');
    await field(page, 'セキュリティの質問').selectOption({ index: 1 });
    await field(page, '回答').fill('さくら');
    await press(page, 'パスワードを変更');
    await expect(page.getByText('「新しいパスワード」と一致していません').last()).toBeVisible();
    expect(await page.content()).not.toContain('Takanawa-202');
    await expect(field(page, '回答')).toHaveValue('さくら');
    await field(page, '新しいパスワード').fill('Takanawa-2021');
    await field(page, '新しいパスワードの確認').fill('Takanawa-2021');
    await press(page, 'パスワードを変更');
    await heading(page, '個人情報同意画面');
    session = await page.context().storageState();
  });

  test('[M1.2-6] [M1.2-7] 「個人情報同意画面」: only with 「同意する」 in, and the first time at the own institution', async ({
    visitor,
    world,
  }) => {
    const page = await visitor({ storageState: session });
    await page.goto('/first-login/consent');
    await expectAccessible(page);
    const guidelines = page.getByRole('link', {
      name: '厚生労働分野における個人情報の適切な取扱いのためのガイドライン等',
      exact: true,
    });
    await expect(guidelines).toHaveAttribute('target', '_blank');
    await press(page, '次へ');
    await expect(page.getByText('「同意する」にチェックを入れてください。').last()).toBeVisible();
    await page.getByRole('checkbox', { name: '同意する' }).check();
    await press(page, '次へ');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^医療機関・接種会場 \S+/);
    const later = await visitor();
    await later.goto('/login');
    const before = (await world.mailbox('newcomer')).length;
    await enter(later, 'newcomer', 'Takanawa-2021');
    await field(later, '確認コード').fill(await nextCode(world, 'newcomer', before));
    await press(later, '検証');
    await heading(later, '携帯電話を登録');
  });

  test('[M1.3-5] 「携帯電話を登録」 after the code, once: 「電話を登録しません」 → 「ホーム」, never again', async ({
    visitor,
    world,
  }) => {
    const page = await visitor();
    await signInTo(page, world, 'newcomer', '携帯電話を登録', 'Takanawa-2021');
    await expectAccessible(page);
    await press(page, '電話を登録しません');
    await heading(page, 'ホーム');
    const later = await visitor();
    await signInTo(later, world, 'newcomer', 'ホーム', 'Takanawa-2021');
  });
});

test('[M1.3-1] 「ログイン」 has its fields, its button and its link, and bad input is told at the field', async ({
  visitor,
}) => {
  const page = await visitor();
  await page.goto('/login');
  await heading(page, 'ログイン');
  await expectAccessible(page);
  await press(page, 'ログイン');
  await expect(page.getByText('＊ユーザ名を入力してください。')).toBeVisible();
  await expect(page.getByText('＊パスワードを入力してください。')).toBeVisible();
  await enter(page, 'basic', 'Wrong-2021');
  await expect(page.getByText(wrongPassword).last()).toBeVisible();
  await expect(field(page, 'ユーザ名')).toHaveValue('basic@v.sys');
  await expect(field(page, 'パスワード')).toHaveValue('');
  expect(await page.content()).not.toContain('Wrong-2021');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'パスワードをお忘れですか？' }).click();
  await heading(page, 'パスワードをお忘れですか？');
  await expectAccessible(page);
});

test('[M1.3-3] [M1.3-6] 「メール確認コード入力」: a wrong or old code gets one error, the newest → 「ホーム」', async ({
  visitor,
  world,
}) => {
  const page = await visitor({ javaScriptEnabled: false });
  await page.goto('/login');
  const before = (await world.mailbox('prefecture')).length;
  await enter(page, 'prefecture');
  await heading(page, 'メール確認コード入力');
  const old = await nextCode(world, 'prefecture', before);
  await field(page, '確認コード').fill(otherThan(old));
  await press(page, '検証');
  await expect(page.getByText(wrongCode).last()).toBeVisible();
  await press(page, '確認コードを再送する');
  await expect(page.getByText('確認コードを送信したばかりです')).toBeVisible();
  await pass(world, 1);
  await press(page, '確認コードを再送する');
  const code = await nextCode(world, 'prefecture', before + 1);
  if (old !== code) {
    await field(page, '確認コード').fill(old);
    await press(page, '検証');
    await expect(page.getByText(wrongCode).last()).toBeVisible();
  }
  await field(page, '確認コード').fill(` ${code.slice(0, 3)} ${code.slice(3)} `);
  await press(page, '検証');
  await heading(page, 'ホーム');
});

test('[M1.3-3] the code page is usable by everyone', async ({ visitor, world }) => {
  const page = await visitor();
  await page.goto(`${world.url}/login`);
  await enter(page, 'desk');
  await heading(page, 'メール確認コード入力');
  await expectAccessible(page);
});

test('[M1.3-6] who asked for a page before logging in lands there', async ({ visitor, world }) => {
  const page = await visitor();
  await page.goto('/notices');
  await heading(page, 'ログイン');
  const before = (await world.mailbox('municipality')).length;
  await enter(page, 'municipality');
  await field(page, '確認コード').fill(await nextCode(world, 'municipality', before));
  await press(page, '検証');
  await expect(page).toHaveURL(/\/notices$/);
});

test('[M1.4-1] name → 「ログアウト」 → 「ログイン」; the back button shows nothing protected', async ({
  visitor,
  world,
}) => {
  const page = await visitor();
  await signIn(page, world, 'wholesaler');
  const [kept] = (await page.context().cookies()).filter(({ name }) => name === 'sid');
  await page.getByText('様', { exact: false }).first().click();
  await press(page, 'ログアウト');
  await heading(page, 'ログイン');
  await page.goBack();
  await heading(page, 'ログイン');
  if (kept) await page.context().addCookies([kept]);
  await page.goto('/');
  await heading(page, 'ログイン');
});

test('[M1.3-2] ten wrong passwords lock for 60 minutes, also for the right one, which is not told to be right', async ({
  visitor,
  world,
}) => {
  const page = await visitor();
  await page.goto('/login');
  for (let tries = 0; tries < 10; tries += 1) {
    await enter(page, 'vendor', `Wrong-202${tries}`);
    await expect(page.getByText(wrongPassword).last()).toBeVisible();
  }
  const before = await world.mailbox('vendor');
  await enter(page, 'vendor');
  await expect(page.getByText(wrongPassword).last()).toBeVisible();
  expect(await world.mailbox('vendor')).toEqual(before);
  await pass(world, 59);
  await enter(page, 'vendor');
  await expect(page.getByText(wrongPassword).last()).toBeVisible();
  await pass(world, 2);
  await enter(page, 'vendor');
  await heading(page, 'メール確認コード入力');
});

test('[M1.2-8] 30 minutes without use log out, on the server', async ({ as, world }) => {
  const page = await as('manufacturer');
  await pass(world, 29);
  await page.goto('/');
  await heading(page, 'ホーム');
  await pass(world, 30);
  await page.goto('/');
  await heading(page, 'ログイン');
});

test('[M1.3-4] without the booking function a browser that passed a code is not asked again; with it always', async ({
  visitor,
  world,
}) => {
  const page = await visitor();
  await signInTo(page, world, 'basic', 'ホーム');
  const leave = async (each: Page) => {
    await each.getByText('様', { exact: false }).first().click();
    await press(each, 'ログアウト');
    await heading(each, 'ログイン');
  };
  await leave(page);
  const mails = await world.mailbox('basic');
  await enter(page, 'basic');
  await heading(page, 'ホーム');
  expect(await world.mailbox('basic')).toEqual(mails);
  const other = await visitor();
  await signInTo(other, world, 'basic', 'ホーム');
  for (const account of ['satellite', 'municipality'] as const) {
    const browser = await visitor();
    await signInTo(browser, world, account, 'ホーム');
    await leave(browser);
    await enter(browser, account);
    await heading(browser, 'メール確認コード入力');
  }
});

test('[M1.3-4] a remembered browser can be taken back', async ({ visitor, world }) => {
  const page = await visitor();
  await signInTo(page, world, 'basic', 'ホーム');
  await page.goto('/settings/devices');
  await heading(page, 'ログイン中の端末');
  await page
    .getByRole('button', { name: /を取り消す|すべて取り消す/ })
    .last()
    .click();
  await expect(page.getByText('取り消しました。')).toBeVisible();
  while ((await page.getByRole('button', { name: /を取り消す/ }).count()) > 0)
    await page
      .getByRole('button', { name: /を取り消す/ })
      .first()
      .click();
  await page.goto('/');
  await page.getByText('様', { exact: false }).first().click();
  await press(page, 'ログアウト');
  await enter(page, 'basic');
  await heading(page, 'メール確認コード入力');
});

test('[M1.2-9] after three months a login leads to the change page first', async ({ visitor, world }) => {
  test.setTimeout(240_000);
  await world.moveClock('2021-07-20T09:00:00+09:00');
  const page = await visitor();
  await signInTo(page, world, 'prefecture', 'パスワードを変更する');
  await expect(page.getByText('パスワードの有効期限（3か月）が過ぎました。')).toBeVisible();
  await expectAccessible(page);
  await page.goto('/');
  await heading(page, 'ログイン');
  await signInTo(page, world, 'prefecture', 'パスワードを変更する');
  await field(page, '新しいパスワード').fill('Demo-2021');
  await field(page, '新しいパスワードの確認').fill('Demo-2021');
  await press(page, 'パスワードを変更');
  await expect(
    page.getByText('いまのパスワードと、過去4回前までに使用したパスワードは使用できません。').last(),
  ).toBeVisible();
  await field(page, '新しいパスワード').fill('Shinjuku-2021');
  await field(page, '新しいパスワードの確認').fill('Shinjuku-2021');
  await press(page, 'パスワードを変更');
  await heading(page, 'ホーム');
  const later = await visitor();
  await signInTo(later, world, 'prefecture', 'ホーム', 'Shinjuku-2021');
});
