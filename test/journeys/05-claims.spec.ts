import { expect, expectAccessible, type Page, test, type World } from '../support/journey.ts';

const title = '国保連提出用請求総括書・市区町村別請求書の作成';
const own = '医療機関と同一市内にお住まいの方';

const table = (page: Page, name: string) => page.getByRole('table', { name, exact: true });
const cell = (page: Page, name: string, label: string) => table(page, name).getByLabel(label, { exact: true });
const sum = (page: Page, name: string, row: string) =>
  table(page, name).getByRole('row').filter({ hasText: row }).first();

const openMonth = async (page: Page, month: string) => {
  await page.goto('/claims');
  await page.getByLabel('請求月').selectOption(month);
  await expect(page).toHaveURL(/month=/);
  await expect(page.getByLabel('請求月').locator('option:checked')).toHaveText(month);
};

const enterOther = async (
  page: Page,
  name: string,
  n: number,
  prefecture: string,
  municipality: string,
  older: string,
) => {
  await cell(page, name, `それ以外の方 都道府県 ${n}行目`).selectOption(prefecture);
  await cell(page, name, `それ以外の方 市町村 ${n}行目`).selectOption(municipality);
  await cell(page, name, `それ以外の方 6歳以上 ${n}行目`).fill(older);
};

/** 「OK」 of an output, and what the browser then shows: a PDF, without any other window. */
const outputPdf = async (page: Page, button: string) => {
  await page.getByRole('button', { name: button, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  const answer = page.waitForResponse((response) => response.url().includes('/pdf/'));
  await dialog.getByRole('button', { name: 'OK', exact: true }).click();
  const pdf = await answer;
  expect(pdf.headers()['content-type']).toBe('application/pdf');
  expect(pdf.headers()['content-disposition']).toMatch(/^inline/);
  expect(page.context().pages()).toHaveLength(1);
  const again = await page.request.get(pdf.url());
  return (await again.body()).toString('latin1');
};
const pagesIn = (pdf: string): number => [...pdf.matchAll(/\/Type \/Page\b(?!s)/g)].length;

test('[M5.2-1] the button on 「ホーム」 opens the page with the own name and the due date', async ({ as }) => {
  const page = await as('basic');
  await page.getByRole('link', { name: title }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await expect(page.getByText('対象医療機関・接種会場')).toBeVisible();
  await expect(page.getByRole('main').getByText('芝公園病院', { exact: true })).toBeVisible();
  await expect(page.getByText('提出期限')).toBeVisible();
  await expect(page.getByText('2021/05/10（月）')).toBeVisible();
  await expectAccessible(page);
});

test('[M5.2-3] 「請求月」: April 2021 takes the doses of February and March together', async ({ as }) => {
  const page = await as('basic');
  await openMonth(page, '2021年4月');
  await expect(page.getByText('2021年2月・3月に実施した接種')).toBeVisible();
  await expect(page.getByText('2021/04/12（月）')).toBeVisible();
  await expect(page.getByLabel('請求月').locator('option')).toHaveText(['2021年5月', '2021年4月']);
});

test('[M5.2-4] 「クーポンあり」: own row, other municipalities with 「追加」 and 「削除」, sums by themselves', async ({
  as,
}) => {
  const page = await as('basic');
  await openMonth(page, '2021年4月');
  const name = 'クーポンあり';
  await expect(page.getByText('市町村が発行した接種券（クーポン）を予診票の右上に貼付')).toBeVisible();
  await cell(page, name, `${own} 予診のみ`).fill('3');
  await cell(page, name, `${own} 6歳以上`).fill('120');
  await enterOther(page, name, 1, '東京都', '渋谷区', '25');
  await cell(page, name, 'それ以外の方 予診のみ 1行目').fill('1');
  await table(page, name).getByRole('button', { name: '追加', exact: true }).click();
  await enterOther(page, name, 2, '愛知県', '西尾市', '４');
  await table(page, name).getByRole('button', { name: '追加', exact: true }).click();
  await enterOther(page, name, 3, '北海道', '札幌市', '9');
  await expect(sum(page, name, '総数')).toContainText('158');
  await expect(sum(page, name, '総数')).toContainText('162');
  await table(page, name).getByRole('row', { name: /3行目/ }).getByRole('button', { name: '削除' }).click();
  await expect(sum(page, name, '総数')).toHaveText(/総数.*4.*149.*153/);
  await expect(sum(page, name, 'それ以外の方')).toHaveText(/それ以外の方.*1.*29.*30/);
  await expect(sum(page, name, own)).toContainText('123');
  await expectAccessible(page);
});

test('[M5.2-4] the magnifier finds a municipality by kana and by code', async ({ as }) => {
  const page = await as('basic');
  await openMonth(page, '2021年5月');
  const name = 'クーポンあり';
  await table(page, name).getByRole('button', { name: '市町村 1行目 虫眼鏡マーク' }).click();
  const dialog = page.getByRole('dialog', { name: '検索' });
  await dialog.getByLabel('検索する文字').fill('しぶや');
  await dialog.getByRole('button', { name: 'Go!' }).click();
  await dialog.getByRole('button', { name: '東京都渋谷区' }).click();
  await expect(cell(page, name, 'それ以外の方 市町村 1行目').locator('option:checked')).toHaveText('渋谷区');
  await table(page, name).getByRole('button', { name: '市町村 1行目 虫眼鏡マーク' }).click();
  await dialog.getByLabel('すべての項目').check();
  await dialog.getByLabel('検索する文字').fill('271004');
  await dialog.getByRole('button', { name: 'Go!' }).click();
  await dialog.getByRole('button', { name: '大阪府大阪市' }).click();
  await expect(cell(page, name, 'それ以外の方 都道府県 1行目').locator('option:checked')).toHaveText('大阪府');
  await expect(cell(page, name, 'それ以外の方 市町村 1行目').locator('option:checked')).toHaveText('大阪市');
});

test('[M5.2-5] [M5.2-6] 「クーポンなし」 the same; 「保存」 → confirmation → 「OK」, and the month opens again for correction', async ({
  as,
}) => {
  const page = await as('basic');
  await openMonth(page, '2021年4月');
  await cell(page, 'クーポンあり', `${own} 予診のみ`).fill('3');
  await cell(page, 'クーポンあり', `${own} 6歳以上`).fill('120');
  await enterOther(page, 'クーポンあり', 1, '東京都', '渋谷区', '25');
  await enterOther(page, 'クーポンなし', 1, '神奈川県', '横浜市', '40');
  await expect(sum(page, 'クーポンなし', '総数')).toContainText('40');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByRole('dialog')).toContainText('予診票');
  await page.getByRole('dialog').getByRole('button', { name: 'キャンセル' }).click();
  await expect(cell(page, 'クーポンあり', `${own} 6歳以上`)).toHaveValue('120');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'OK', exact: true }).click();
  await expect(page.getByText('保存しました。')).toBeVisible();
  await openMonth(page, '2021年5月');
  await openMonth(page, '2021年4月');
  await expect(cell(page, 'クーポンなし', 'それ以外の方 6歳以上 1行目')).toHaveValue('40');
  await cell(page, 'クーポンあり', `${own} 6歳以上`).fill('121');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'OK', exact: true }).click();
  await expect(page.getByText('保存しました。')).toBeVisible();
  await expect(table(page, '保存の履歴')).toContainText('6歳以上 120 → 121');
  await expectAccessible(page);
});

test('[M5.2-7] 「請求総括書出力」, with own residents and without: confirmation → 「OK」 → a PDF', async ({ as }) => {
  const page = await as('basic');
  for (const button of [
    '請求総括書出力（同一市内にお住まいの方分を含む）',
    '請求総括書出力（同一市内にお住まいの方分を含まない）',
  ]) {
    await openMonth(page, '2021年4月');
    await expect(page.getByText('どちらの請求ルールか不明な場合は、市町村にお尋ねください。')).toBeVisible();
    const pdf = await outputPdf(page, button);
    expect(pagesIn(pdf)).toBe(1);
    expect(pdf).toContain('/PrintScaling /None');
  }
  await openMonth(page, '2021年4月');
  await expect(table(page, '請求総括書の出力')).toContainText('第2版');
});

test('[M5.2-8] 「市区町村別請求書出力（クーポンあり分）」: a page for the own municipality and one for each other', async ({
  as,
}) => {
  const page = await as('basic');
  await openMonth(page, '2021年4月');
  const pdf = await outputPdf(page, '市区町村別請求書出力（クーポンあり分）');
  expect(pagesIn(pdf)).toBe(2);
  await page.goto('/claims/2021-04/preview/with?page=2');
  await expect(page.getByRole('img', { name: /渋谷区/ })).toBeVisible();
  await expectAccessible(page);
});

test('[M5.2-9] 「市区町村別請求書出力（クーポンなし分）」; nothing entered or unsaved: not offered, and it says why', async ({
  as,
}) => {
  const page = await as('basic');
  await openMonth(page, '2021年4月');
  const pdf = await outputPdf(page, '市区町村別請求書出力（クーポンなし分）');
  expect(pagesIn(pdf)).toBe(2);

  await openMonth(page, '2021年4月');
  await cell(page, 'クーポンあり', `${own} 6歳以上`).fill('130');
  await page.getByRole('button', { name: '市区町村別請求書出力（クーポンあり分）', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('保存していない変更があります');
  await expect(cell(page, 'クーポンあり', `${own} 6歳以上`)).toHaveValue('130');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'OK', exact: true }).click();
  await expect(page.getByText('再出力が必要です').first()).toBeVisible();

  await openMonth(page, '2021年5月');
  await expect(page.getByRole('button', { name: '市区町村別請求書出力（クーポンなし分）' })).toHaveCount(0);
  await expect(page.getByText('先に「保存」を押してください').first()).toBeVisible();
  await cell(page, 'クーポンあり', `${own} 6歳以上`).fill('1');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'OK', exact: true }).click();
  await expect(page.getByText('「クーポンなし」の表に入力がないため、出力するものがありません。')).toBeVisible();
});

test('[M5.2-10] a page on printing, the addressee and the order of binding', async ({ as }) => {
  const page = await as('basic');
  await openMonth(page, '2021年4月');
  await page.getByRole('link', { name: '印刷と編綴の方法' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('印刷と編綴の方法');
  await expect(page.getByText('東京都国民健康保険団体連合会')).toBeVisible();
  await expect(page.getByText('「倍率」で「カスタム」を選択のうえ「100」を指定')).toBeVisible();
  await expect(page.getByText('「ページサイズ処理」で「実際のサイズ」を選択')).toBeVisible();
  await expect(page.getByText('2021/04/12（月）')).toBeVisible();
  await expect(page.getByRole('region', { name: /編綴方法/ })).toContainText('請求総括書（1枚）をいちばん上に');
  await expectAccessible(page);
});

/** A newly invited venue, whose 「代表者名」 nobody has entered yet. */
const firstLogin = async (page: Page, world: World) => {
  const [invitation] = await world.mailbox('newcomer');
  const before = (await world.mailbox('newcomer')).length;
  await page.goto(/https?:\/\/[^/\s]+(\/first-login\?token=\S+)/.exec(invitation?.text ?? '')?.[1] ?? '');
  await expect.poll(async () => (await world.mailbox('newcomer')).length).toBeGreaterThan(before);
  await page.getByLabel('確認コード', { exact: true }).fill(await world.lastCode('newcomer'));
  await page.getByRole('button', { name: '検証', exact: true }).click();
  await page.getByLabel('新しいパスワード', { exact: true }).fill('Takanawa-2021');
  await page.getByLabel('新しいパスワードの確認', { exact: true }).fill('Takanawa-2021');
  await page.getByLabel('セキュリティの質問', { exact: true }).selectOption({ index: 1 });
  await page.getByLabel('回答', { exact: true }).fill('さくら');
  await page.getByRole('button', { name: 'パスワードを変更', exact: true }).click();
  await page.getByRole('checkbox', { name: '同意する' }).check();
  await page.getByRole('button', { name: '次へ', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('医療機関・接種会場');
};

test('[M5.2-11] without 「代表者名」 the page says so before output, with the way to 2.1; the dialog too', async ({
  visitor,
  world,
}) => {
  const page = await visitor();
  await firstLogin(page, world);
  await openMonth(page, '2021年4月');
  await expect(page.getByText('「代表者名」が登録されていません')).toBeVisible();
  await expect(page.getByRole('link', { name: '「この医療機関の情報を見る」' })).toHaveAttribute('href', '/venue');
  await cell(page, 'クーポンあり', `${own} 6歳以上`).fill('5');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'OK', exact: true }).click();
  await page.getByRole('button', { name: '請求総括書出力（同一市内にお住まいの方分を含む）', exact: true }).click();
  await expect(page.getByRole('dialog')).toContainText('代表者氏名の欄は空欄です');
  await page.getByRole('dialog').getByRole('button', { name: 'キャンセル' }).click();
  await page.goto('/claims/2021-04/preview/summary-all');
  await expect(page.getByRole('img', { name: /代表者氏名 空欄/ })).toBeVisible();
});

test('the list over the months says what was put out, when and by whom', async ({ as }) => {
  const page = await as('basic', { at: '/claims' });
  await page.getByRole('link', { name: '請求の一覧' }).click();
  await expect(page.getByRole('row').filter({ hasText: '2021年4月' })).toContainText('再出力');
  await expectAccessible(page);
});

test('all of it works without script', async ({ as }) => {
  const page = await as('satellite', { at: '/claims', javaScriptEnabled: false });
  await page.getByLabel('請求月').selectOption('2021年4月');
  await page.getByRole('button', { name: '表示', exact: true }).click();
  await cell(page, 'クーポンあり', `${own} 6歳以上`).fill('12');
  await cell(page, 'クーポンあり', 'それ以外の方 都道府県 1行目').selectOption('東京都');
  await table(page, 'クーポンあり').getByRole('button', { name: '市町村を表示' }).click();
  await cell(page, 'クーポンあり', 'それ以外の方 市町村 1行目').selectOption('渋谷区');
  await cell(page, 'クーポンあり', 'それ以外の方 6歳以上 1行目').fill('5');
  await table(page, 'クーポンあり').getByRole('button', { name: '追加' }).click();
  await expect(cell(page, 'クーポンあり', 'それ以外の方 6歳以上 2行目')).toBeVisible();
  await expect(sum(page, 'クーポンあり', '総数')).toContainText('17');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('button', { name: 'OK', exact: true }).click();
  await expect(page.getByText('保存しました。')).toBeVisible();
});

test('[M5.2-7] the municipality registers its rule for own residents, and its venues see which output to use', async ({
  as,
}) => {
  const office = await as('municipality');
  await office.getByRole('link', { name: '請求ルール' }).first().click();
  await expect(office.getByText('2021年5月請求分', { exact: true })).toBeVisible();
  await office.getByRole('radio', { name: '市町村に直接請求する' }).check();
  await office.getByLabel('いつの請求月から').selectOption('2021年5月請求分から');
  await office.getByRole('button', { name: '登録する' }).click();
  await expect(office.getByText('請求ルールを登録しました。')).toBeVisible();
  await expect(table(office, '登録の履歴')).toContainText('国保連に請求する → 市町村に直接請求する');
  await expectAccessible(office);
  const venue = await as('basic', { at: '/claims/2021-05' });
  await expect(venue.getByText('直接市町村に請求することになっています')).toBeVisible();
});
