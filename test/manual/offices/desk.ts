import { expect, type Page } from '@playwright/test';
import { answer, click, fill, home, inDialog, labelled, menu, named, press } from '../acts.ts';
import type { Find, Kit, Manual, Section, Step } from '../model.ts';
import { announce } from './announcements.walk.ts';
import { answerTickets, learnFromQuestions, readOnly, writeArticle } from './desk-help.walk.ts';
import { officeManual } from './introduction.ts';
import { importOrganisations, inviteUser, registerOrganisation } from './organisations.walk.ts';
import { readRetention } from './retention.walk.ts';

const box = 'ユーザ名・氏名・メール・組織名・医療機関コード';
const firstUser: Find = (page) => page.getByRole('main').getByRole('table').getByRole('link').first();
const find = (q: string): readonly Step[] => [
  press('ユーザの管理', { find: menu('ユーザの管理'), title: '「ユーザの管理」を押します。', shows: 'ユーザの管理' }),
  {
    title: 'ユーザ名や医療機関コードを入力し、「検索」ボタンを押します。',
    ready: fill({ [box]: q }),
    ring: [labelled(box), named('検索')],
    act: click(named('検索')),
  },
  { title: '検索結果からユーザ名を押します。', ring: firstUser, act: click(firstUser), shows: 'ユーザ [氏名]' },
];

const chooseVenue = async (page: Page, name: string): Promise<void> => {
  await named('医療機関・組織 虫眼鏡マーク')(page).click();
  const dialog = page.getByRole('dialog', { name: '検索' });
  await dialog.getByLabel('検索する文字').fill(name);
  await dialog.getByRole('button', { name: 'Go!' }).click();
  await dialog.getByRole('button', { name }).first().click();
};

const addUser: Section = {
  id: '2.1',
  title: 'ユーザを追加する（ユーザ追加申請）',
  ids: ['MC-3'],
  paths: ['/desk/users/new'],
  begin: home('desk'),
  steps: [
    press('ユーザの管理', { find: menu('ユーザの管理'), title: '「ユーザの管理」を押します。', shows: 'ユーザの管理' }),
    press('ユーザを追加する', { title: '「ユーザを追加する」を押します。', shows: 'ユーザの追加' }),
    {
      title: '「医療機関・組織」の「虫眼鏡マーク」を押し、名称又は医療機関コードで検索して選びます。',
      ring: named('医療機関・組織 虫眼鏡マーク'),
      act: (page) => chooseVenue(page, '芝公園病院'),
    },
    {
      title: '「姓」「名」「メールアドレス」を入力します。',
      ready: fill({ 姓: '厚生', 名: '太郎', メールアドレス: 'taro@example.jp' }),
      ring: [labelled('姓'), labelled('名'), labelled('メールアドレス')],
      important: ['1機関当たりのユーザ数には上限（10人）があります。'],
    },
    press('追加する', { shows: 'ユーザ [氏名]', afterwards: ['招待メールが送信されます。'] }),
  ],
};
const reinvite: Section = {
  id: '2.2',
  title: '1度もログインしていないユーザを招待し直す（パスワード初期化（ログイン未）申請）',
  ids: ['MC-5'],
  paths: [],
  begin: home('desk'),
  steps: [
    // Who has just been added.
    ...find('taro@example.jp'),
    press('招待メールを送り直す', {
      notes: ['メールアドレスが違っていた場合は、「メールアドレス」を直してから押してください。'],
      afterwards: ['新しいURLが記載されたメールが送信されます。前のURLは使えなくなります。'],
    }),
  ],
};
const reset: Section = {
  id: '2.3',
  title: 'パスワードを初期化する（パスワード初期化（秘密の質問忘れ）申請）・ロックを解除する',
  ids: ['MC-6', 'M1.3-2'],
  paths: ['/desk/users'],
  begin: home('desk'),
  steps: [
    ...find('vendor@v.sys'),
    press('パスワードを初期化する', {
      notes: ['「ロック中」と表示されている場合は、先に「ロックを解除する」ボタンを押します。'],
      afterwards: ['確認画面が表示されます。'],
    }),
    answer('OK', { afterwards: ['パスワードとセキュリティの質問を設定し直すためのメールが送信されます。'] }),
  ],
};
const remove: Section = {
  id: '2.4',
  title: 'ユーザを削除する（ユーザ削除申請）',
  ids: ['MC-4'],
  paths: [],
  begin: home('desk'),
  steps: [
    ...find('wholesaler@v.sys'),
    press('ユーザを削除する', { afterwards: ['確認画面が表示されます。'] }),
    answer('OK', {
      title: '確認画面でユーザ名を確かめ、「OK」ボタンを押します。',
      notes: ['やめる場合は、「キャンセル」ボタンを押します。'],
      // The demo's wholesaler stays.
      act: click(inDialog('キャンセル')),
      important: ['「OK」を押すと、そのユーザはすぐにログアウトされ、ログインできなくなります。'],
    }),
  ],
};
/** A new user whose address does not exist. */
const sendInVain = async (kit: Kit): Promise<void> => {
  const page = await kit.as('desk');
  await page.goto('/desk/users/new');
  await chooseVenue(page, '三田クリニック');
  await fill({ 姓: '三田', 名: '花子', メールアドレス: 'hanako@clinic.invalid' })(page, kit);
  await page.getByRole('button', { name: '追加する', exact: true }).click();
  await expect(async () => {
    await page.goto('/desk/mails');
    await resend(page).waitFor({ timeout: 500 });
  }).toPass();
  await page.close();
};
const resend: Find = (page) => page.getByRole('button', { name: /hanako.*再送する/ });

const mails: Section = {
  id: '5.1',
  title: '届かなかったメールを確認し、再送する',
  ids: ['S37'],
  paths: ['/desk/mails'],
  begin: async (kit) => {
    await sendInVain(kit);
    return kit.as('desk');
  },
  steps: [
    press('メールの配信状況', {
      find: menu('メールの配信状況'),
      title: '「メールの配信状況」を押します。',
      shows: 'メールの配信状況',
    }),
    {
      title: '「届きませんでした」の行を確認し、アドレスを直してもらったあとで「再送する」ボタンを押します。',
      width: 1180,
      ring: resend,
      act: click(resend),
      notes: ['宛先の組織にも、メールが届かない利用者がいることが「お知らせ」で知らされます。'],
    },
  ],
};

const account = 'desk';
export const desk: Manual = officeManual(
  account,
  'サービスデスク用',
  [
    ['2.1〜2.4 ユーザを管理する', 'お問い合わせを受けたとき'],
    ['3.1〜3.2 お問い合わせに回答する', '毎日'],
    ['4.1 記事を作成し、公開する', 'よくある質問が見つかったとき'],
    ['5.1 届かなかったメールを確認する', '毎日'],
    ['6.1〜6.3 メンテナンス、お知らせ、データの保存期間', '必要に応じて'],
    ['7.1〜7.3 組織・利用者を登録する', '組織や担当者が増えたとき、変わったとき'],
  ],
  [
    {
      number: '2',
      title: 'ユーザを管理する',
      lead: [
        'サービスデスクは、利用者とお問い合わせを扱います。ワクチンの数量など、業務の内容は見ることができません。',
      ],
      important: [
        '国（厚生労働省）のユーザについて、サービスデスクができるのはロックの解除だけです。国のユーザの追加・削除・初期化は、国の担当者が行います。依頼があったときは、国の担当者に連絡するよう案内してください。',
      ],
      sections: [addUser, reinvite, reset, remove],
    },
    { number: '3', title: 'お問い合わせに回答する', sections: [answerTickets, learnFromQuestions] },
    { number: '4', title: '記事を管理する', sections: [writeArticle] },
    { number: '5', title: 'メールの配信状況を確認する', sections: [mails] },
    {
      number: '6',
      title: 'メンテナンス、お知らせ、データの保存期間',
      sections: [readOnly, announce(account, '6.2'), readRetention(account, '6.3')],
    },
    {
      number: '7',
      title: '組織・利用者を登録する',
      sections: [registerOrganisation(account, '7.1'), inviteUser(account, '7.2'), importOrganisations(account, '7.3')],
    },
  ],
);
