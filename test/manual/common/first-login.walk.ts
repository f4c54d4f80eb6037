import { click, fill, labelled, named, part, pathInMail, press, readCode, typeCode } from '../acts.ts';
import type { Kit, Section } from '../model.ts';

/** What 1.2 sets and 1.3 types. */
export const newPassword = 'Takanawa-2021';
export const invitation = '【V-SYS】ユーザ登録のお知らせ';
const passwordRules = [
  'パスワードは8文字以上で、アルファベット大文字・アルファベット小文字・数字・特殊文字（!@#$%^&*()_+-={}[]\\|;:\',.?/`~><"）のうち3種類以上を使ってください。満たした条件は、入力しながら画面で確認できます。',
];
export const answerWarning = [
  'セキュリティの質問に対する回答は、絶対に忘れないようにしてください。忘れると、パスワードを忘れた際に、ご自身でパスワードの再設定ができなくなります。その場合は「V-SYSに関するお問合せ先」を参照してください。',
];

/** Who logs in first: somebody new at an office, or the institution that waits for it in the demo. */
export type Newcomer = { readonly address: string; readonly come?: (kit: Kit) => Promise<void> };
export const atVenue: Newcomer = { address: 'newcomer' };

/** 1.2; `landing` is the first page of this role. */
export const firstLogin = (landing: string, next: string, { address, come }: Newcomer = atVenue): Section => ({
  id: '1.2',
  title: 'はじめてログインする',
  ids: ['M1.2-1', 'M1.2-2', 'M1.2-3', 'M1.2-4', 'M1.2-5', 'M1.2-6', 'M1.2-7', 'M1.2-8', 'M1.2-9'],
  paths: ['/first-login', '/first-login/password', '/first-login/consent'],
  lead: [
    'ユーザ名は、ご自身だけで使用してください。複数の人と共有しないでください。V-SYSを使用する人数の増減がある場合は、「V-SYSに関するお問合せ先」を参照してください。',
    'この手順は、以下のメールを受信してから24時間以内に実施してください。はじめてログインするときだけ、通常のログインより手順が多くなります。',
    ...(come ? [] : ['画面の例は、「高輪みなと病院」の方がはじめてログインするときのものです。']),
  ],
  begin: async (kit) => {
    await come?.(kit);
    return kit.visitor();
  },
  steps: [
    {
      title: '招待のメールを開きます。',
      important: [
        'ログインする際は、メールに記載されている「ユーザ名」が必要になります。このメールは削除しないでください。',
      ],
      mail: { to: address, subject: invitation, mark: 'subject' },
    },
    {
      title: 'メールに記載されているURLを押します。',
      mail: { to: address, subject: invitation, mark: 'url' },
      act: async (page, kit) => page.goto(await pathInMail(kit, address, invitation)),
      shows: 'ログインユーザ初期設定',
      afterwards: ['確認コードが記載されたメールを受信します。'],
      notes: ['URLの有効期間は24時間で、1回だけ使えます。期限が過ぎたときは、画面に再送の頼み方が表示されます。'],
    },
    {
      title: '確認コードを入力します。',
      ready: typeCode(address),
      parts: [
        readCode(address, '確認コードのメールを開き、記載されている6桁の数字をコピーします。'),
        part('「ログインユーザ初期設定」画面に戻り、「確認コード」に貼り付けます。', labelled('確認コード')),
        part('「検証」ボタンを押します。', named('検証'), {
          notes: ['メールが届かないときは、「確認コードを再送する」を押してください。'],
        }),
      ],
      act: click(named('検証')),
      shows: 'パスワードを変更する',
    },
    {
      title: '新しいパスワードとセキュリティの質問・回答を入力します。',
      ready: fill({
        新しいパスワード: newPassword,
        新しいパスワードの確認: newPassword,
        セキュリティの質問: '好きな花は何ですか',
        回答: 'さくら',
      }),
      parts: [
        part('「新しいパスワード」に、新しいパスワードを入力します。', labelled('新しいパスワード'), {
          notes: passwordRules,
        }),
        part('「新しいパスワードの確認」に、もう一度同じものを入力します。', labelled('新しいパスワードの確認')),
        part('「セキュリティの質問」から、任意のものを選択します。', labelled('セキュリティの質問')),
        part('「回答」に、質問に対する回答を入力します。', labelled('回答'), { important: answerWarning }),
      ],
    },
    press('パスワードを変更', { shows: '個人情報同意画面' }),
    {
      title: '個人情報同意書に同意します。',
      ready: fill({ 同意する: true }),
      parts: [
        part(
          '「厚生労働分野における個人情報の適切な取扱いのためのガイドライン等」を押し、内容を確認します。',
          named('厚生労働分野における個人情報の適切な取扱いのためのガイドライン等'),
        ),
        part('個人情報同意画面に戻り、「同意する」にチェックを入れます。', labelled('同意する')),
        part('「次へ」ボタンを押します。', named('次へ')),
      ],
      act: click(named('次へ')),
      afterwards: [landing, next],
    },
  ],
  end: [
    '30分間何も操作しなかった場合は、自動的にログアウトされます。',
    'パスワードの有効期限は3か月です。有効期限内に、「こんなときには」の「ログインのパスワードを変更したいときは」を参照して変更してください。',
  ],
});
