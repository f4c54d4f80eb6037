import { expect, expectAccessible, type Page, test } from '../support/journey.ts';

test.describe.configure({ timeout: 120_000 });

const heading = (page: Page, name: string | RegExp) => expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const follow = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).first().click();
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });

test('[MC-1] the chatbot offers the closest questions, answers with an article, and asks whether it helped', async ({
  as,
}) => {
  const page = await as('basic');
  await follow(page, '24時間対応！質問はこちらへ AI自動応答チャットボット');
  await heading(page, 'V-SYSお問合せ');
  await expect(page.getByText('個人情報（氏名、電話番号、メールアドレスなど）は入力しないでください。')).toBeVisible();
  await expect(field(page, '対象者')).toHaveValue('venue');
  await expectAccessible(page);

  await field(page, 'お問い合わせ内容').fill('03-1234-5678に、請求書の印刷の倍率を教えてください');
  await press(page, '送信');
  const dialog = page.getByRole('dialog', { name: '個人情報が含まれていませんか' });
  await expect(dialog.getByText('03-1234-5678')).toBeVisible();
  await dialog.getByRole('button', { name: 'キャンセル' }).click();
  await field(page, 'お問い合わせ内容').fill('請求書の印刷の倍率を教えてください');
  await field(page, 'カテゴリ').selectOption('請求');
  await press(page, '送信');
  await expect(page.getByRole('heading', { level: 2, name: '近い質問' })).toBeVisible();
  await expectAccessible(page);
  await press(page, 'この中にはない');
  await expect(page.getByText('言葉を変えて、もう一度お試しください')).toBeVisible();
  await expect(field(page, 'お問い合わせ内容')).toHaveValue('請求書の印刷の倍率を教えてください');

  await field(page, 'お問い合わせ内容').fill('印刷するときの設定はどうすればよいですか');
  await press(page, '送信');
  await press(page, '請求書を印刷するときに、注意することはありますか。');
  await expect(page.getByText('「ページサイズ処理」で「実際のサイズ」を選択')).toHaveCount(0);
  await expect(page.getByText('「ページサイズ処理」で「実際のサイズ」を選ぶ')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'この回答は役にたちましたか？' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'はい', exact: true })).toBeVisible();
  await expectAccessible(page);
  await press(page, 'いいえ');
  await field(page, 'ご意見・ご感想').fill('プリンタの名前も書いてください');
  await press(page, '送信');
  await expect(page.getByText('ご回答ありがとうございました。')).toBeVisible();
});

test('[MC-2] an inquiry is answered by mail, and the asker sees how it stands', async ({ as, world }) => {
  const page = await as('basic');
  await follow(page, '解決しない場合はこちらへ 問い合わせフォーム');
  await heading(page, 'お問い合わせ作成');
  await expect(field(page, '電話番号')).not.toHaveValue('');
  await field(page, '電話番号').fill('0312345678');
  await field(page, 'お問い合わせ分類').selectOption('接種実績・在庫・請求');
  await field(page, 'お問い合わせ詳細').selectOption('在庫・移送について');
  await expect(field(page, '依頼事項')).toBeHidden();
  await press(page, '送信');
  await expect(page.getByText('＊内容を入力してください。')).toBeVisible();
  await expect(field(page, 'お問い合わせ詳細')).toHaveValue('report.stock');
  await field(page, '内容').fill('在庫が実際より5本多く表示されます。');
  await press(page, '送信');
  await heading(page, 'お問い合わせを受け付けました');
  const number = await page.getByText(/^\d{6}-\d{4}$/).innerText();
  await expect.poll(async () => (await world.mailbox('basic'))[0]?.subject).toContain(number);

  const desk = await as('desk');
  await follow(desk, 'お問い合わせの管理');
  await expectAccessible(desk);
  await field(desk, '受付番号・氏名・ユーザ名・メール・施設').fill(number);
  await press(desk, '検索');
  await follow(desk, number);
  await heading(desk, `お問い合わせ ${number}`);
  await press(desk, '担当にする');
  await field(desk, '内部メモ').fill('移送の入力漏れと思われる');
  await press(desk, 'メモを残す');
  await expect(desk.getByText('移送の入力漏れと思われる')).toBeVisible();
  await field(desk, '回答').fill('移送した本数が入力されているか、ご確認ください。');
  await expectAccessible(desk);
  await press(desk, '回答する');
  await expect(desk.getByText('回答をメールで送信しました。')).toBeVisible();
  await expect
    .poll(async () => (await world.mailbox('basic'))[0]?.text)
    .toContain('移送した本数が入力されているか、ご確認ください。');

  await follow(page, 'お問い合わせの状況を見る');
  await expect(page.getByText('回答済み')).toBeVisible();
  await expect(page.getByText('移送した本数が入力されているか、ご確認ください。')).toBeVisible();
  await expect(page.getByText('移送の入力漏れと思われる')).toHaveCount(0);
  await expectAccessible(page);
  await field(page, '追加の内容').fill('入力すると直りました。');
  await press(page, '追加で送信');
  await expect(page.getByText('対応中')).toBeVisible();
  await desk.reload();
  await press(desk, '完了にする');
  await follow(page, 'お問い合わせの状況');
  await expect(page.getByRole('row', { name: new RegExp(number) }).getByText('完了')).toBeVisible();
});

test('[MC-7] [MC-3] the form asks for what a request needs, and the desk carries it out from the ticket', async ({
  as,
  world,
}) => {
  const page = await as('basic', { at: '/support/inquiries/new' });
  await field(page, 'お問い合わせ分類').selectOption('ログイン／パスワードリセット');
  await field(page, 'お問い合わせ詳細').selectOption('ログイン／パスワードリセットについて');
  await field(page, '依頼事項').selectOption('ユーザ削除申請');
  await expect(field(page, 'ユーザ名')).toBeVisible();
  await field(page, '依頼事項').selectOption('ユーザ追加申請');
  await expect(field(page, 'ユーザ名')).toBeHidden();
  await expect(field(page, '医療機関コード')).toHaveValue('1310300015');
  await expect(field(page, '医療機関名')).toHaveValue('芝公園病院');
  await expect(field(page, '自医療機関で、現在V-SYSを利用している人数')).toHaveValue('1');
  await field(page, '氏名 漢字（ふりがな）').fill('厚生太郎');
  await field(page, 'メールアドレス').fill('kosei@example.jp');
  await press(page, '送信');
  await expect(page.getByText('＊氏名と、ふりがなを（）の中に入力してください。')).toBeVisible();
  await expectAccessible(page);
  await field(page, '氏名 漢字（ふりがな）').fill('厚生 太郎（こうせい たろう）');
  await press(page, '送信');
  await heading(page, 'お問い合わせを受け付けました');
  const number = await page.getByText(/^\d{6}-\d{4}$/).innerText();

  const desk = await as('desk', { at: `/desk/tickets?q=${number}` });
  await follow(desk, number);
  await follow(desk, 'ユーザを追加する');
  await expect(field(desk, '姓')).toHaveValue('厚生');
  await expect(field(desk, 'メールアドレス')).toHaveValue('kosei@example.jp');
  await press(desk, '追加する');
  await heading(desk, `お問い合わせ ${number}`);
  await expect(desk.getByText('アカウントの作業を記録しました。')).toBeVisible();
  await field(desk, '定型文').selectOption('ユーザ追加の完了');
  await expect(field(desk, '回答')).toHaveValue(/ご申請のユーザを追加しました。/);
  await press(desk, '回答する');
  await expect(desk.getByText('回答をメールで送信しました。')).toBeVisible();
  await expect.poll(async () => (await world.mailbox('kosei@example.jp')).length).toBe(1);

  await desk.goto('/desk/tickets');
  await follow(desk, 'メール・電話の受付');
  await heading(desk, 'メール・電話の受付');
  await field(desk, '依頼事項（メールの件名）').selectOption('パスワード初期化（秘密の質問忘れ）申請');
  await field(desk, 'メールアドレス').fill('lost@example.jp');
  await field(desk, 'ユーザ名').fill('satellite@v.sys');
  await expectAccessible(desk);
  await press(desk, '受け付ける');
  await expect(desk.getByText('医療機関コードが書かれていません。本人と施設を確認してください。')).toBeVisible();
  await expect
    .poll(async () => (await world.mailbox('lost@example.jp'))[0]?.text)
    .toContain('医療機関コード（10桁）の記載がありません');
  await desk.getByRole('link', { name: /様のユーザを開く/ }).click();
  await press(desk, 'パスワードを初期化する');
  await desk.getByRole('dialog').getByRole('button', { name: 'OK' }).click();
  await expect(desk.getByText('パスワードを初期化するためのメールを送信しました。')).toBeVisible();
});

test('[MC-8] the contact page says how to get help, without login and without script too', async ({ as, visitor }) => {
  const page = await visitor({ javaScriptEnabled: false });
  await page.goto('/login');
  await follow(page, 'V-SYSに関するお問合せ先');
  await heading(page, 'V-SYSに関するお問合せ先');
  const steps = await page.locator('ol').getByRole('heading', { level: 3 }).allInnerTexts();
  expect(steps.map((step) => step.slice(0, 5))).toEqual(['FAQ・マ', 'AI自動応', '問い合わせ', 'V-SYS']);
  await expect(page.getByText('8:30～19:00（土日祝日を除く平日のみ）')).toBeVisible();
  await expect(page.getByText('ただいま受け付けています')).toBeVisible();
  await expect(page.getByText('ID登録サポートデスク', { exact: true })).toBeVisible();
  await expect(page.getByText('厚生労働省の電話相談窓口', { exact: true })).toBeVisible();

  const inside = await as('municipality');
  await follow(inside, 'V-SYSに関するお問合せ先');
  await expectAccessible(inside);
  await expect(inside.getByRole('link', { name: '問い合わせフォームを開く' })).toBeVisible();
});

test('[S35] the desk sees how long what is kept, and that it is cleared every day', async ({ as, world }) => {
  const page = await as('desk');
  await world.moveClock('2021-04-26T09:20:00+09:00');
  await page.getByRole('main').getByRole('link', { name: 'データの保存期間', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('データの保存期間');
  const row = page.getByRole('row', { name: /操作の記録/ });
  await expect(row).toContainText('5年');
  await expect(row).toContainText(/2021\/04\/26 09:/);
  await expect(page.getByRole('row', { name: /受付番号/ })).toContainText('30日');
  await expectAccessible(page);
});
