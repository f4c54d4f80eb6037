import { answer, click, fill, home, labelled, menu, named, press } from '../acts.ts';
import type { Kit, Section } from '../model.ts';

const sendInquiry = async ({ as }: Kit): Promise<void> => {
  const page = await as('basic');
  await page.goto('/support/inquiries/new');
  await page.getByLabel('電話番号', { exact: true }).fill('03-0111-2222');
  await page.getByLabel('お問い合わせ分類', { exact: true }).selectOption({ label: '画面の操作' });
  await page.getByLabel('お問い合わせ詳細', { exact: true }).selectOption({ label: '医療機関・医師の情報について' });
  await page.getByLabel('内容', { exact: true }).fill('医師情報の登録について教えてください。');
  await page.getByRole('button', { name: '送信', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'お問い合わせを受け付けました' }).waitFor();
  await page.close();
};
/** The article that answers it. */
const rulesArticle = '接種の制度や法律、予診票の内容については、どこに問い合わせればよいですか。';
const inVain = '予診票の保管の年数を教えてください';
/** A question for which no article is chosen. */
const askInVain = async ({ as }: Kit): Promise<void> => {
  const page = await as('basic');
  await page.goto('/support/chat');
  await page.getByLabel('お問い合わせ内容', { exact: true }).fill(inVain);
  await page.getByRole('button', { name: '送信', exact: true }).click();
  const none = page.getByRole('button', { name: 'この中にはない' });
  const again = page.getByText('近い質問が見つかりませんでした');
  await none.or(again).first().waitFor();
  if (await none.isVisible()) await none.click();
  await page.close();
};
const answerBox = (page: Parameters<ReturnType<typeof click>>[0]) =>
  page.getByRole('textbox', { name: '回答', exact: true });
/** The inquiry that has just been sent. */
const newTicket = (page: Parameters<ReturnType<typeof click>>[0]) =>
  page
    .getByRole('row', { name: /医療機関・医師の情報について.*芝公園病院/ })
    .getByRole('link')
    .last();

export const answerTickets: Section = {
  id: '3.1',
  title: 'お問い合わせに回答する',
  ids: ['MC-2', 'MC-7'],
  paths: ['/desk/tickets'],
  begin: async (kit) => {
    await sendInquiry(kit);
    return kit.as('desk');
  },
  steps: [
    press('お問い合わせの管理', {
      find: menu('お問い合わせの管理'),
      title: '「お問い合わせの管理」を押します。',
      shows: 'お問い合わせの管理',
    }),
    {
      title: '回答するお問い合わせの受付番号を押します。',
      notes: [
        'ログインできない方からのメールや電話は、「メール・電話の受付」から入力します。医療機関コードが書かれていないときは、画面に示されます。',
      ],
      width: 1180,
      ring: newTicket,
      act: click(newTicket),
      shows: 'お問い合わせ [受付番号]',
    },
    {
      title: '自分が担当する場合は、「担当者」を選び、「担当にする」ボタンを押します。',
      ring: [labelled('担当者'), named('担当にする')],
      act: click(named('担当にする')),
    },
    {
      title: '「回答の方法」を選び、「回答」を入力して、「回答する」ボタンを押します。',
      ready: (page) => answerBox(page).fill('「新規医師情報」から登録できます。'),
      ring: [(page) => page.getByRole('radiogroup', { name: /回答の方法/ }), answerBox, named('回答する')],
      act: click(named('回答する')),
      notes: [
        '「定型文」を選ぶと、用意した文が「回答」に入ります。',
        'ユーザの追加・削除・初期化の依頼は、お問い合わせの画面から、そのままユーザの管理の画面に進めます。',
      ],
    },
    {
      title: '終わったら「完了にする」ボタンを押します。',
      ring: named('完了にする'),
      notes: ['「内部メモ」は、サービスデスクだけに表示されます。'],
    },
  ],
};
export const learnFromQuestions: Section = {
  id: '3.2',
  title: 'チャットボットで見つからなかった質問に、答えを用意する',
  ids: ['MC-1'],
  paths: ['/desk/questions'],
  begin: async (kit) => {
    await askInVain(kit);
    const page = await kit.as('desk');
    await page.goto('/desk/tickets');
    return page;
  },
  steps: [
    press('見つからなかった質問', {
      title: '「お問い合わせの管理」で「見つからなかった質問」を押します。',
      shows: '見つからなかった質問',
    }),
    press(inVain, { title: '答えを用意する質問を押します。', find: named(new RegExp(inVain)) }),
    {
      title: '「答えになる記事」を選択し、「記事に結び付ける」ボタンを押します。',
      ready: (page) => labelled('答えになる記事')(page).selectOption({ label: rulesArticle }),
      ring: [labelled('答えになる記事'), named('記事に結び付ける')],
      act: click(named('記事に結び付ける')),
      afterwards: ['次から、この質問の言葉でもその記事が見つかります。'],
      notes: ['答えになる記事がないときは、「4.1」の手順で新しいFAQを作成し、「対応済みにする」を押します。'],
    },
  ],
};
export const writeArticle: Section = {
  id: '4.1',
  title: '記事を作成し、公開する',
  ids: ['M6.1-2', 'M6.3-1'],
  paths: ['/knowledge/desk'],
  begin: async (kit) => {
    const page = await kit.as('desk');
    await page.goto('/knowledge');
    return page;
  },
  steps: [
    press('記事の管理', { title: '「ナレッジ」タブの画面で、「記事の管理」を押します。', shows: '記事の管理' }),
    press('記事を作成する', { title: '「記事を作成する」を押します。', shows: '記事の作成' }),
    {
      title: '記事タイプ、タイトル、対象者、情報種類、本文を入力します。',
      ready: fill({
        記事タイプ: 'FAQ',
        タイトル: '医師情報は何人まで登録できますか',
        '医療機関・接種会場': true,
        情報種類: '医療機関・接種会場の情報',
        本文: '人数に制限はありません。',
      }),
      ring: [
        labelled('記事タイプ'),
        labelled('タイトル'),
        (page) => page.getByRole('group', { name: '対象者' }),
        labelled('情報種類'),
        labelled('本文'),
      ],
      notes: ['本文は、見出しや箇条書きなどの簡単な記号（Markdown）で書きます。「プレビュー」で表示を確認できます。'],
    },
    press('下書きを保存', {
      notes: ['PDFや画像、動画のファイルは、保存したあとの画面で追加できます。'],
    }),
    press('確認を依頼する', { title: '内容を確認し、「確認を依頼する」ボタンを押します。' }),
    press('公開する', {
      title: '別の担当者が内容を確認し、「公開する」ボタンを押します。',
      notes: ['直すところがあるときは、「下書きに戻す」を押します。'],
      afterwards: ['確認画面が表示されます。'],
    }),
    answer('OK', {
      title: 'タイトルと公開日を確認し、「OK」ボタンを押します。',
      afterwards: ['記事が公開され、検索とチャットボットの回答に使われます。'],
      notes: [
        '公開を終えた記事も、版の履歴に残ります。',
        '作成した人が自分で公開しようとすると、画面の例のように注意が表示されます。できるだけ別の担当者が公開してください。',
      ],
    }),
  ],
};
export const readOnly: Section = {
  id: '6.1',
  title: 'メンテナンスのお知らせを表示し、閲覧専用モードにする',
  ids: ['S36'],
  paths: ['/maintenance'],
  begin: home('desk'),
  steps: [
    press('閲覧専用モード', {
      find: menu('閲覧専用モード'),
      title: '「閲覧専用モード」を押します。',
      shows: '閲覧専用モード',
    }),
    {
      title: '事前に知らせる場合は、「お知らせの文」と「表示の終了」を入力し、「お知らせを表示する」ボタンを押します。',
      ready: fill({ お知らせの文: '今夜22時から24時まで、メンテナンスを行います。', 表示の終了: '2021-04-27T00:00' }),
      ring: [labelled('お知らせの文'), labelled('表示の終了'), named('お知らせを表示する')],
      afterwards: ['すべての画面の上部に表示されます。'],
    },
    {
      title: '「表示する文」と「終了の見込み」を入力し、「閲覧専用モードにする」ボタンを押します。',
      ready: fill({ 表示する文: 'データベースの点検を行っています。', 終了の見込み: '2021-04-26T18:00' }),
      ring: [labelled('表示する文'), labelled('終了の見込み'), named('閲覧専用モードにする')],
      act: click(named('閲覧専用モードにする')),
    },
    answer('OK', {
      title: '確認画面で「OK」ボタンを押します（やめる場合は「キャンセル」ボタンを押します）。',
      important: ['閲覧専用モードの間は、すべての登録・変更ができなくなります。入力した内容は失われません。'],
    }),
    press('閲覧専用モードを終了する', {
      title: '終わったら「閲覧専用モードを終了する」ボタンを押します。',
      afterwards: ['登録・変更ができるようになります。'],
    }),
  ],
};
