import type { Account } from '../../support/journey.ts';
import { click, fill, labelled, named, ownName, part, press, readCode, typeCode } from '../acts.ts';
import type { Kit, Section } from '../model.ts';
import { atVenue, invitation, type Newcomer, newPassword } from './first-login.walk.ts';

const skip = (mayRemember: boolean): string =>
  mayRemember
    ? 'V-SYSの予約機能を使用しない医療機関は、一度確認コードを入力したブラウザでは、この操作を省略できます（Cookieが有効な場合）。'
    : 'パスキー又は認証アプリを「私の設定」で登録すると、確認コードのメールを待たずにログインできます。';

const userNameOf = async ({ world }: Kit, address: string): Promise<string> => {
  const mail = (await world.mailbox(address)).find(({ subject }) => subject.startsWith(invitation));
  return /\S+@v\.sys/.exec(mail?.text.split('ユーザ名：')[1] ?? '')?.[0] ?? '';
};

/** 1.3, by who has done 1.2 before; `mayRemember`: M1.3-4; `unlocks`: who takes a lock off. */
export const login = (
  mayRemember: boolean,
  { address }: Newcomer = atVenue,
  unlocks = 'V-SYSサービスデスク',
): Section => ({
  id: '1.3',
  title: '（2回目以降に）ログインする',
  ids: ['M1.3-1', 'M1.3-2', 'M1.3-3', 'M1.3-4', 'M1.3-5', 'M1.3-6'],
  paths: ['/login', '/login/code', '/login/second', '/login/phone'],
  begin: (kit) => kit.visitor(),
  steps: [
    {
      title: 'V-SYSのURLを開きます。',
      notes: ['URLは、招待のメールに記載されています。'],
      ready: (page) => page.goto('/login'),
      ring: (page) => page.getByRole('heading', { level: 1 }),
      shows: 'ログイン',
    },
    {
      title: '「ユーザ名」と「パスワード」を入力します。',
      important: [
        'パスワードを忘れた場合は、「こんなときには」の「ログインのパスワードを忘れたときは」を参照してください。',
        `パスワードを10回間違えると、アカウントがロックされ、60分間ログインできなくなります。60分経過すると解除されます。どうしても待てない場合は、${unlocks}に解除を依頼してください。`,
      ],
      ready: async (page, kit) =>
        fill({ ユーザ名: await userNameOf(kit, address), パスワード: newPassword })(page, kit),
      ring: [labelled('ユーザ名'), labelled('パスワード')],
    },
    press('ログイン', {
      shows: 'メール確認コード入力',
      afterwards: ['確認コードが記載されたメールを受信します。'],
    }),
    {
      title: '確認コードを入力します。',
      notes: [skip(mayRemember)],
      ready: typeCode(address),
      parts: [
        readCode(address, '確認コードのメールを開き、記載されている6桁の数字をコピーします。'),
        part('「メール確認コード入力」画面に戻り、「確認コード」に貼り付けます。', labelled('確認コード')),
        part('「検証」ボタンを押します。', named('検証')),
      ],
      act: click(named('検証')),
    },
    press('電話を登録しません', {
      title: '「携帯電話を登録」画面が表示されたら、「電話を登録しません」を押します。',
      shows: 'ホーム',
      notes: ['一度「電話を登録しません」を押せば、今後はこの画面は表示されません。'],
    }),
  ],
  end: ['30分間何も操作しなかった場合は、自動的にログアウトされます。'],
});

export const logout = (account: Account): Section => ({
  id: '1.4',
  title: 'ログアウトする',
  ids: ['M1.4-1'],
  paths: [],
  begin: async (kit) => kit.as(account),
  steps: [
    {
      title: 'ご自身の名前を押します。',
      ring: ownName,
      act: click(ownName),
    },
    {
      title: '「ログアウト」を押します。',
      ring: named('ログアウト'),
      afterwards: ['ログアウトされ、「ログイン」画面が表示されます。'],
    },
  ],
});

/** MH-5: kept here, since it belongs to being logged in. */
export const stayLoggedIn = (account: Account): Section => ({
  id: 'stay',
  title: '無操作時に自動的にログアウトしないようにしたいときは',
  ids: ['MH-5'],
  paths: ['/kept-forms'],
  lead: [
    'V-SYSは、30分操作をしないと自動的にログアウトします。ログアウトの2分前に、以下の確認画面が表示されます。画面の中に表示されるため、ポップアップブロックの設定を変える必要はありません。',
  ],
  begin: async (kit) => {
    const page = await kit.as(account);
    const { now } = (await (await fetch(`${kit.world.url}/demo/clock`)).json()) as { now: string };
    await kit.world.moveClock(new Date(Date.parse(now) + 28.5 * 60_000).toISOString());
    await page.getByRole('alertdialog').waitFor();
    return page;
  },
  steps: [
    {
      title: '「続けて使用する」ボタンを押します。',
      ring: (page) => page.getByRole('alertdialog').getByRole('button', { name: '続けて使用する' }),
      act: (page) => page.getByRole('button', { name: '続けて使用する' }).click(),
      afterwards: ['ログアウトせずに操作を続けられます。入力中の内容はそのまま残ります。'],
    },
  ],
  end: [
    'ログアウトされたときも、入力の途中だった内容は、次にログインしたあとの「入力途中の内容」画面から続けられます。',
  ],
});
