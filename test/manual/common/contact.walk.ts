import type { Account } from '../../support/journey.ts';
import { click, fill, home, labelled, named, part, press } from '../acts.ts';
import type { Section } from '../model.ts';

const chatButton = '24時間対応！質問はこちらへ AI自動応答チャットボット';
const formButton = '解決しない場合はこちらへ 問い合わせフォーム';
const firstAnswer = (page: Parameters<ReturnType<typeof click>>[0]) => page.locator('.answers button').first();

/** What one of a role asks: as what audience, and an example of an inquiry. */
type Asking = { readonly audience: string; readonly category: string; readonly detail: string; readonly body: string };
const ofVenue: Asking = {
  audience: '医療機関・接種会場',
  category: '画面の操作',
  detail: '医療機関・医師の情報について',
  body: '医師情報の登録について教えてください。',
};
const allocation = {
  category: '納入希望量・分配・配送',
  detail: '分配について',
  body: '確定した分配を修正する方法を教えてください。',
};
const delivery = { category: '納入希望量・分配・配送', detail: '配送・受領について' };
const asking: Readonly<Partial<Record<Account, Asking>>> = {
  municipality: { audience: '市町村', ...allocation },
  prefecture: { audience: '都道府県', ...allocation },
  ministry: { audience: '国', ...allocation },
  manufacturer: {
    audience: '製薬メーカー',
    ...delivery,
    body: '登録した製薬メーカー出荷日を変更する方法を教えてください。',
  },
  wholesaler: { audience: '卸業者', ...delivery, body: '登録した納入予定日を変更する方法を教えてください。' },
  vendor: {
    audience: '予約受付業者',
    category: '予約受付状況・コロナワクチンナビ',
    detail: '予約受付状況の更新について',
    body: '受託している施設が一覧に表示されないときは、どうすればよいですか。',
  },
};
const askingOf = (account: Account): Asking => asking[account] ?? ofVenue;

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
      ready: fill({
        対象者: askingOf(account).audience,
        カテゴリ: 'お問い合わせ・マニュアル',
        お問い合わせ内容: 'V-SYSのマニュアルはどこにありますか',
      }),
      parts: [
        part('「対象者」及び「カテゴリ」を選択肢から選択します。', [labelled('対象者'), labelled('カテゴリ')]),
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
  lead: ['FAQや自動応答チャットボットでは解決しない場合は、問い合わせフォームからお問合せください。'],
  begin: home(account),
  steps: [
    press(formButton, {
      title: `ホーム画面の下の方にある「${formButton}」ボタンを押します。`,
      shows: 'お問い合わせ作成',
    }),
    {
      title: '各項目に情報を入力・選択します。',
      ready: async (page, kit) => {
        const { category, detail, body } = askingOf(account);
        await fill({ お問い合わせ分類: category })(page, kit);
        await fill({ お問い合わせ詳細: detail, 内容: body })(page, kit);
      },
      parts: [
        part('「電話番号」に、連絡がつく電話番号を入力します。', labelled('電話番号'), {
          notes: [
            '電話番号をすでに登録していた場合は、入力済の状態で表示されます。',
            'ハイフンは入れなくても構いません。',
          ],
        }),
        part('「お問い合わせ分類」及び「お問い合わせ詳細」を選択肢から選択します。', [
          labelled('お問い合わせ分類'),
          labelled('お問い合わせ詳細'),
        ]),
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

const cases = [
  ['V-SYSを使用する人数を増やす場合（ユーザの追加）', 'ユーザ追加申請'],
  ['V-SYSを使用する人数を減らす場合（ユーザの削除）', 'ユーザ削除申請'],
  ['1度もログインしていない場合で、パスワードを初期化したい場合', 'パスワード初期化（ログイン未）申請'],
  ['ログインパスワードを忘れ、秘密の質問も忘れた場合', 'パスワード初期化（秘密の質問忘れ）申請'],
] as const;
const fields = (organisation: string, of: string) =>
  cases.map(([when, subject]) => {
    const person = '氏名 漢字（ふりがな）、電話番号、メールアドレス';
    return subject === 'ユーザ追加申請'
      ? [when, subject, `${person}、${organisation}、${of}で、現在V-SYSを利用している人数`]
      : [when, subject, `${person}、ユーザ名、${organisation}`];
  });
const howToAsk = [
  'ログイン後は、問い合わせフォームで「お問い合わせ分類」の「ログイン／パスワードリセット」、「お問い合わせ詳細」の「ログイン／パスワードリセットについて」を選択し、「依頼事項」を選んでください。必要な項目が表示され、分かっているものは入力済みになります。',
  'ログイン前は、ID登録サポートデスクのメールアドレス宛に、以下の件名で、必要項目を本文に記載してご連絡ください。',
];
const head = ['場合', '依頼事項（メールの件名）', '必要項目'];
const byOneself =
  '1度ログインしていれば、ご自身でパスワードをリセットできます。「ログインのパスワードを忘れたときは」を参照してください。';

export const accountRequests: Section = {
  id: 'requests',
  title: 'V-SYSのログイン・アカウントに関するお問合せ',
  ids: ['MC-3', 'MC-4', 'MC-5', 'MC-6', 'MC-7'],
  paths: [],
  lead: howToAsk,
  important: ['「医療機関コード」の書き漏れにご注意ください。記載がない場合は、ご連絡できない場合があります。'],
  table: { head, rows: fields('医療機関コード、医療機関名', '自医療機関') },
  end: ['1機関当たりのユーザ数には上限があるため、追加できない場合もあります。', byOneself],
};
/** An office has no 医療機関コード. */
export const officeRequests: Section = {
  ...accountRequests,
  important: [],
  lead: [
    ...howToAsk,
    '組織の名称は、問い合わせフォームでは「医療機関名」に入力します。「医療機関コード」の入力は不要です。',
  ],
  table: { head, rows: fields('組織の名称', '自組織') },
  end: ['1組織当たりのユーザ数には上限があるため、追加できない場合もあります。', byOneself],
};
/** 国 keeps its own accounts; the desk only unlocks them. */
export const ministryRequests: Section = {
  ...accountRequests,
  important: [],
  lead: [
    '国のユーザの追加や利用の停止、招待メールの送り直しは、国の担当者が「組織・利用者」で行います。V-SYSサービスデスクでは、国のユーザの追加・削除・初期化はできません。',
    'パスワードを10回間違えてロックされ、60分待てない場合は、V-SYSサービスデスクに解除を依頼してください。',
  ],
  table: undefined,
  end: [byOneself],
};
