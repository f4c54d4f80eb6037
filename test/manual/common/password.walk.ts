import type { Account } from '../../support/journey.ts';
import { click, fill, home, labelled, named, ownName, part, pathInMail, press, readCode, typeCode } from '../acts.ts';
import type { Section, Step } from '../model.ts';
import { answerWarning } from './first-login.walk.ts';

const rules = [
  'パスワードは8文字以上で、アルファベット大文字・アルファベット小文字・数字・特殊文字のうち3種類以上を使ってください。',
  'いまのパスワードと、V-SYSで過去（4回前まで）に使用したパスワードと同じものは使用できません。',
];

export const toSettings: readonly Step[] = [
  {
    title: 'ご自身の名前を押します。',
    ring: ownName,
    act: click(ownName),
  },
  press('私の設定', { title: '「私の設定」を押します。', shows: '私の設定' }),
];

export const changePassword = (account: Account): Section => ({
  id: 'password',
  title: 'ログインのパスワードを変更したいときは',
  ids: ['MH-1'],
  paths: ['/settings', '/settings/password'],
  begin: home(account),
  steps: [
    ...toSettings,
    press('私のパスワード変更', { title: '「私のパスワード変更」を押します。', shows: '私のパスワード変更' }),
    {
      title: '現在のパスワード、新しいパスワード、セキュリティの質問・回答を入力します。',
      ready: fill({
        現在のパスワード: 'Demo-2021',
        新しいパスワード: 'Shibakoen-77',
        新しいパスワードの確認: 'Shibakoen-77',
        セキュリティの質問: '好きな花は何ですか',
        回答: 'さくら',
      }),
      parts: [
        part('「現在のパスワード」に、現在のパスワードを入力します。', labelled('現在のパスワード')),
        part('「新しいパスワード」に、新しいパスワードを入力します。', labelled('新しいパスワード'), { notes: rules }),
        part('「新しいパスワードの確認」に、もう一度同じものを入力します。', labelled('新しいパスワードの確認')),
        part('「セキュリティの質問」から、任意のものを選択します。', labelled('セキュリティの質問')),
        part('「回答」に、質問に対する回答を入力します。', labelled('回答'), { important: answerWarning }),
      ],
    },
    {
      title: '「保存」ボタンを押します。',
      ring: named('保存'),
      afterwards: ['次回以降ログインする際は、新しいパスワードを使用してください。'],
    },
  ],
});

const resetSubject = '【V-SYS】パスワードのリセットを完了してください';

export const forgottenPassword = (account: Account): Section => ({
  id: 'forgotten',
  title: 'ログインのパスワードを忘れたときは',
  ids: ['MH-2'],
  paths: ['/forgotten-password', '/reset-password'],
  begin: (kit) => kit.visitor(),
  steps: [
    {
      title: 'V-SYSのURLを開きます。',
      ready: (page) => page.goto('/login'),
      ring: (page) => page.getByRole('heading', { level: 1 }),
      shows: 'ログイン',
    },
    press('パスワードをお忘れですか？', { title: '「パスワードをお忘れですか？」を押します。' }),
    {
      title: '「ユーザ名」に、ユーザ名を入力します。',
      notes: ['ユーザ名が分からない場合は、はじめてログインする際に使用した招待のメールを確認してください。'],
      ready: fill({ ユーザ名: `${account}@v.sys` }),
      ring: labelled('ユーザ名'),
    },
    press('次へ', {
      shows: 'メールの確認',
      afterwards: ['新しいパスワードを設定するためのメールを受信します。'],
      notes: [
        account === 'desk'
          ? 'メールが届かないときは、ほかのサービスデスクの担当者に連絡してください。'
          : 'メールが届かないときは、V-SYSサービスデスクナビダイヤルに問い合わせてください。',
      ],
    }),
    {
      title: '「パスワードのリセットを完了してください」という件名のメールを開きます。',
      mail: { to: account, subject: resetSubject, mark: 'subject' },
    },
    {
      title: 'メールに記載されているURLを押します。',
      notes: ['URLの有効期間は、メール送信から24時間です。'],
      mail: { to: account, subject: resetSubject, mark: 'url' },
      act: async (page, kit) => page.goto(await pathInMail(kit, account, resetSubject)),
      shows: 'セキュリティの質問への回答',
    },
    {
      title: '「回答」に、質問に対する回答を入力します。',
      notes: ['パスワードの設定・変更時にご自身が選択した質問が表示されています。同じ回答を入力してください。'],
      important: ['回答を忘れた場合は、「V-SYSに関するお問合せ先」を参照してください。'],
      ready: fill({ 回答: 'さくら' }),
      ring: labelled('回答'),
    },
    press('次へ', { shows: 'メール確認コード入力', afterwards: ['確認コードが記載されたメールを受信します。'] }),
    {
      title: '確認コードを入力します。',
      ready: typeCode(account),
      parts: [
        readCode(account, '確認コードのメールを開き、記載されている6桁の数字をコピーします。'),
        part('「確認コード」に貼り付けます。', labelled('確認コード')),
        part('「検証」ボタンを押します。', named('検証')),
      ],
      act: click(named('検証')),
      shows: 'パスワードを変更する',
    },
    {
      title: '新しいパスワードを入力します。',
      ready: fill({ 新しいパスワード: 'Shibakoen-88', 新しいパスワードの確認: 'Shibakoen-88' }),
      parts: [
        part('「新しいパスワード」に、新しいパスワードを入力します。', labelled('新しいパスワード'), { notes: rules }),
        part('「新しいパスワードの確認」に、もう一度同じものを入力します。', labelled('新しいパスワードの確認')),
      ],
    },
    {
      title: '「パスワードを変更」ボタンを押します。',
      ring: named('パスワードを変更'),
      afterwards: ['ログインし、「ホーム」画面が表示されます。'],
    },
  ],
});
