import type { Account } from '../../support/journey.ts';
import {
  answer,
  click,
  fill,
  home,
  labelled,
  named,
  ownName,
  part,
  pathInMail,
  press,
  readCode,
  typeCode,
} from '../acts.ts';
import type { Section, Step } from '../model.ts';
import { toSettings } from './password.walk.ts';

const subject = '【V-SYS】メールアドレスの変更を完了してください';
const fresh = 'atarashii@example.jp';

const request: readonly Step[] = [
  ...toSettings,
  press('個人用', { title: '画面左に表示されている「個人用」を押します。', shows: '個人用' }),
  press('個人情報', { title: '「個人情報」を押します。', shows: '個人情報' }),
  {
    title: '「メール」に、いまのメールアドレスが入力されているため、新しいメールアドレスに変更します。',
    ready: fill({ メール: fresh }),
    ring: labelled('メール'),
  },
  press('保存', { afterwards: ['確認画面が表示されます。'] }),
  answer('OK'),
  {
    title: '「設定が正常に保存されました。」と表示されていることを確認します。',
    ring: (page) => page.getByText('設定が正常に保存されました。'),
    afterwards: [
      '変更の要求を受け取った旨のメールを、旧メールアドレスで受信します。',
      '変更を完了させるためのURLが記載されたメールを、新メールアドレスで受信します。',
    ],
  },
  {
    title: 'ご自身の名前を押し、「ログアウト」を押します。以降も手順は続きます。',
    ready: click(ownName),
    ring: [ownName, named('ログアウト')],
    act: click(named('ログアウト')),
    shows: 'ログイン',
  },
];

const code = (account: Account, title: string, more: Partial<Step>): Step => ({
  title,
  ready: typeCode(account),
  parts: [
    readCode(account, '旧メールアドレスで受信した確認コードのメールを開き、6桁の数字をコピーします。'),
    part('「確認コード」に貼り付けます。', labelled('確認コード')),
    part('「検証」ボタンを押します。', named('検証')),
  ],
  act: click(named('検証')),
  ...more,
});

export const changeAddress = (account: Account): Section => ({
  id: 'address',
  title: '登録しているメールアドレスを変更したいときは',
  ids: ['MH-3'],
  paths: ['/settings/personal', '/mail-changed'],
  lead: [
    '登録しているメールアドレス宛に、V-SYSからのお知らせ等が送信されます。変更したいときは、以下の手順を実施してください。',
  ],
  begin: home(account),
  steps: [
    ...request,
    {
      title: '新メールアドレスで受信した、「メールアドレスの変更を完了してください」という件名のメールを開きます。',
      mail: { to: fresh, subject, mark: 'subject' },
    },
    {
      title: 'メールに記載されているURLを押します。',
      important: ['URLの有効期間は、メール送信から72時間です。'],
      mail: { to: fresh, subject, mark: 'url' },
      act: async (page, kit) => page.goto(await pathInMail(kit, fresh, subject)),
      shows: 'ログイン',
    },
    {
      title: '「パスワード」にパスワードを入力します。',
      ready: fill({ パスワード: 'Demo-2021' }),
      ring: labelled('パスワード'),
    },
    press('ログイン', {
      shows: 'メール確認コード入力',
      afterwards: ['確認コードが記載されたメールを、旧メールアドレスで受信します。'],
    }),
    code(account, '確認コードを入力します。', {
      shows: 'IDを検証',
      afterwards: ['もう一通、確認コードが記載されたメールを、旧メールアドレスで受信します。'],
    }),
    code(account, 'メールアドレス変更をするための確認コードを入力します。', { shows: 'メールが変更されました' }),
    press('次へ', {
      act: async (page, kit) => {
        await named('次へ')(page).click();
        await kit.keep(account, page);
      },
      shows: 'ホーム',
    }),
  ],
});

export const changePerson = (account: Account): Section => ({
  id: 'person',
  title: '人事異動等でV-SYSを使用する人が変更となり、メールアドレスを変更したいときは',
  ids: ['MH-4'],
  paths: ['/help/person-change'],
  important: [
    '旧利用者から新利用者にメールアドレスを変更した後は、旧利用者はV-SYSにログインできなくなります。業務の引継日の直前又は直後に変更してください。',
  ],
  table: {
    head: ['段階', '実施する人', '実施すること'],
    rows: [
      ['STEP1', '旧利用者', 'パスワードを、ほかの人に知られても問題ない引継ぎ用のものに変更します。'],
      [
        'STEP2',
        '旧利用者と新利用者',
        '旧利用者が「登録しているメールアドレスを変更したいときは」の手順でメールアドレスを変更します。新利用者が新メールアドレスに届いたURLからログインし、旧利用者に届く2つの確認コードを電話などで聞いて入力します（10分間有効）。',
      ],
      ['STEP3', '新利用者', '「ログインのパスワードを変更したいときは」の手順で、パスワードを変更します。'],
    ],
  },
  begin: home(account),
  steps: [
    {
      title:
        '3つの段階は、V-SYSの画面でも確認できます。「私の設定」→「個人用」→「個人情報」の順に開き、「人事異動等で使用する人が変わるとき」を押します。',
      ready: (page) => page.goto('/settings/personal/information'),
      ring: named('人事異動等で使用する人が変わるとき'),
      act: click(named('人事異動等で使用する人が変わるとき')),
      shows: '人事異動等でV-SYSを使用する人が変更となり、メールアドレスを変更したいときは',
    },
  ],
});
