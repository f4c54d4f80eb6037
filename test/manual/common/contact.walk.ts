import type { Account } from '../../support/journey.ts';
import { click, fill, home, labelled, named, part, press } from '../acts.ts';
import type { Section } from '../model.ts';

const chatButton = '24時間対応！質問はこちらへ AI自動応答チャットボット';
const formButton = '解決しない場合はこちらへ 問い合わせフォーム';
const firstAnswer = (page: Parameters<ReturnType<typeof click>>[0]) => page.locator('.answers button').first();

export const chatbot = (account: Account): Section => ({
  id: 'chatbot',
  title: 'AI自動応答チャットボットでのお問合せ手順',
  ids: ['MC-1'],
  paths: ['/support/chat'],
  begin: home(account),
  steps: [
    press(chatButton, {
      title: `ホーム画面の下の方にある「${chatButton}」ボタンを押します。`,
      shows: 'V-SYSお問合せ',
    }),
    {
      title: 'お問い合わせ内容を入力します。',
      ready: fill({ お問い合わせ内容: 'V-SYSのマニュアルはどこにありますか' }),
      parts: [
        part('「対象者」及び「カテゴリ」を選択肢から選択します。', labelled('対象者')),
        part('「お問い合わせ内容」に、質問を入力します。', labelled('お問い合わせ内容'), {
          notes: [
            '質問は単語ではなく、「V-SYSのマニュアルはどこにありますか」等なるべく文章で入力してください。',
            '個人情報は入力しないでください。',
          ],
        }),
      ],
    },
    press('送信', { afterwards: ['入力されたお問合せ内容に近い内容の候補が表示されます。'] }),
    {
      title:
        'お問合せ内容と近いものを選んでください。この中にない場合は再度質問を入力するか、「この中にはない」を押してください。',
      notes: ['「この中にはない」を押した場合は、手順2に戻り、文言を変えて検索してみてください。'],
      ring: [firstAnswer, named('この中にはない')],
      act: click(firstAnswer),
      afterwards: ['回答が表示されます。'],
    },
    { title: '回答を確認します。', ring: (page) => page.getByRole('main').getByRole('region').nth(1) },
    {
      title: '「この回答は役にたちましたか？」に対して、「はい」か「いいえ」を押してください。（任意）',
      notes: ['「いいえ」を押した場合は、可能であればご意見・ご感想を入力し、「送信」ボタンを押してください。（任意）'],
      ring: [named('はい'), named('いいえ')],
    },
  ],
});

export const inquiry = (account: Account): Section => ({
  id: 'inquiry',
  title: '問い合わせフォームからのお問合せ手順',
  ids: ['MC-2'],
  paths: ['/support/inquiries'],
  lead: ['FAQやチャットボットでは解決しない場合は、問い合わせフォームからお問合せください。'],
  begin: home(account),
  steps: [
    press(formButton, {
      title: `ホーム画面の下の方にある「${formButton}」ボタンを押します。`,
      shows: 'お問い合わせ作成',
    }),
    {
      title: '各項目に情報を入力・選択します。',
      ready: fill({
        電話番号: '03-0111-2222',
        お問い合わせ分類: '画面の操作',
        内容: '医師情報の登録について教えてください。',
      }),
      parts: [
        part('「電話番号」に、連絡がつく電話番号を入力します。', labelled('電話番号'), {
          notes: ['すでに登録していた場合は、入力済の状態で表示されます。', 'ハイフンは入れなくても構いません。'],
        }),
        part('「お問い合わせ分類」及び「お問い合わせ詳細」を選択肢から選択します。', labelled('お問い合わせ分類')),
        part('「内容」に、お問い合わせ内容を入力します。', labelled('内容')),
      ],
    },
    {
      title: '「送信」ボタンを押します。',
      ring: named('送信'),
      afterwards: [
        'お問い合わせを受け付けた旨のメールが、受付番号とともに自動送信されます。サービスデスクからの回答は、メール又は電話で連絡します。',
        'お問い合わせの状況は、「ホーム」画面の下の「お問い合わせの状況」から確認できます。',
      ],
    },
  ],
});

const kinds = [
  [
    'V-SYSを使用する人数を増やす場合（ユーザの追加）',
    'ユーザ追加申請',
    '氏名、電話番号、メールアドレス、医療機関コード、医療機関名、現在利用している人数',
  ],
  [
    'V-SYSを使用する人数を減らす場合（ユーザの削除）',
    'ユーザ削除申請',
    '氏名、電話番号、メールアドレス、ユーザ名、医療機関コード、医療機関名',
  ],
  [
    '1度もログインしていない場合で、パスワードを初期化したい場合',
    'パスワード初期化（ログイン未）申請',
    '氏名、電話番号、メールアドレス、ユーザ名、医療機関コード、医療機関名',
  ],
  [
    'ログインパスワードを忘れ、秘密の質問も忘れた場合',
    'パスワード初期化（秘密の質問忘れ）申請',
    '氏名、電話番号、メールアドレス、ユーザ名、医療機関コード、医療機関名',
  ],
] as const;

export const accountRequests: Section = {
  id: 'requests',
  title: 'V-SYSのログイン・アカウントに関するお問合せ',
  ids: ['MC-3', 'MC-4', 'MC-5', 'MC-6', 'MC-7'],
  paths: [],
  lead: [
    'ログイン後は、問い合わせフォームで「お問い合わせ分類」の「ログイン／パスワードリセット」、「お問い合わせ詳細」の「ログイン／パスワードリセットについて」を選択し、「依頼事項」を選んでください。必要な項目が表示され、分かっているものは入力済みになります。',
    'ログイン前は、ID登録サポートデスクのメールアドレス宛に、以下の件名で、必要項目を本文に記載してご連絡ください。',
  ],
  important: ['「医療機関コード」の書き漏れにご注意ください。記載がない場合は、ご連絡できない場合があります。'],
  table: { head: ['場合', '依頼事項（メールの件名）', '必要項目'], rows: kinds },
  end: [
    '1機関当たりのユーザ数には上限があるため、追加できない場合もあります。',
    '1度ログインしていれば、ご自身でパスワードをリセットできます。「ログインのパスワードを忘れたときは」を参照してください。',
  ],
};
