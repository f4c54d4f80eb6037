import { expect, expectAccessible, type Page, test } from '../support/journey.ts';

const pageName = 'ワクチン希望量等の報告・接種実績等の報告';
const h1 = (page: Page) => page.getByRole('heading', { level: 1 });
const open = async (page: Page): Promise<void> => {
  await page.goto('/');
  await page.getByRole('main').getByRole('link', { name: pageName }).click();
  await expect(h1(page)).toHaveText(pageName);
};
const register = (page: Page) => page.getByRole('button', { name: '登録', exact: true }).click();
const ok = (page: Page) => page.getByRole('dialog').getByRole('button', { name: 'OK' }).click();
const cancel = (page: Page) => page.getByRole('dialog').getByRole('button', { name: 'キャンセル' }).click();
const request = (page: Page) => page.getByRole('region', { name: 'ワクチン希望量等の報告' });
const cell = (page: Page, name: string) => page.getByLabel(name, { exact: true });

test('[M2.4-1] the button of 「ホーム」 leads to the page of the same name, the period stands under it', async ({
  as,
}) => {
  const page = await as('basic');
  const button = page.getByRole('main').getByRole('listitem').filter({ hasText: pageName });
  await expect(button).toContainText('登録期間 4/26〜4/30 あと4日');
  await expect(button).toContainText('未登録');
  await open(page);
  await expect(page).toHaveTitle(new RegExp(pageName));
  await expectAccessible(page);
});

test('[M2.4-0] from 8:00 two days before the deadline a 基本型 that has not registered is alerted, once', async ({
  world,
}) => {
  const alerts = async (to: 'basic' | 'satellite') =>
    (await world.mailbox(to)).filter(({ subject }) => subject === '【V-SYS】納入希望量登録締切日アラート');
  await world.moveClock('2021-04-28T07:59:00+09:00');
  expect(await alerts('basic')).toEqual([]);
  await world.moveClock('2021-04-28T08:00:00+09:00');
  await expect.poll(() => alerts('basic')).toHaveLength(1);
  const [alert] = await alerts('basic');
  expect(alert?.text).toContain('2021/04/26 09:00〜2021/04/30 17:00');
  expect(alert?.text).toContain('/reports?vaccine=');
  await world.moveClock('2021-04-28T09:00:00+09:00');
  expect(await alerts('basic')).toHaveLength(1);
  expect(await alerts('satellite')).toEqual([]);
});

test('[M2.4-2] 「対象ワクチン」 offers the handled vaccines only; its type decides what is shown', async ({ as }) => {
  const basic = await as('basic');
  await open(basic);
  const choice = basic.getByLabel('対象ワクチン');
  await expect(choice.getByRole('option')).toHaveText(['コミナティ筋注']);
  await expect(request(basic)).toBeVisible();
  const satellite = await as('satellite');
  await open(satellite);
  await expect(satellite.getByLabel('対象ワクチン').getByRole('option')).toHaveText(['コミナティ筋注']);
  await expect(request(satellite)).toHaveCount(0);
  await expect(satellite.getByRole('region', { name: '接種実績等の報告', exact: true })).toBeVisible();
  await expectAccessible(satellite);
});

test('[M2.4-3-1] the request names its unit and its periods, and fills in needles, syringes and doses', async ({
  as,
}) => {
  const page = await as('basic');
  await open(page);
  const part = request(page);
  const field = part.getByLabel('納入希望量登録');
  await expect(field).toHaveAttribute('aria-required', 'true');
  await expect(field).toHaveAccessibleDescription(/箱/);
  await expect(part).toContainText('2021/05/10（月）〜2021/05/23（日）');
  await expect(part).toContainText('2021/05/17（月）〜2021/06/06（日）');
  await expect(part).toContainText('975');
  for (const [typed, needles, syringes, diluent, doses] of [
    ['1', '14', '12', '2', '1,170'],
    ['２', '28', '24', '4', '2,340'],
    ['-1', '—', '—', '—', '—'],
  ] as const) {
    await field.fill(typed);
    await expect(part.getByLabel('接種用＋希釈用針（100本/箱）')).toHaveText(needles);
    await expect(part.getByLabel('接種用シリンジ（100本/箱）')).toHaveText(syringes);
    await expect(part.getByLabel('希釈用シリンジ（100本/箱）')).toHaveText(diluent);
    await expect(part.getByLabel('希望回数')).toHaveText(doses);
  }
  await cell(page, '高齢者 1回目').fill('12');
  await register(page);
  await expect(page.getByRole('alert')).toContainText('納入希望量登録は0〜99,999の整数で入力してください。');
  await expect(field).toHaveValue('-1');
  await expect(cell(page, '高齢者 1回目')).toHaveValue('12');
  await expectAccessible(page);
});

test('[M2.4-3-2] 「保管管理」 asks for 「冷凍庫」 or 「ドライアイス」', async ({ as }) => {
  const page = await as('basic');
  await open(page);
  const group = page.getByRole('radiogroup', { name: '保管管理' });
  await expect(group.getByRole('radio')).toHaveCount(2);
  await expect(group.getByRole('radio', { name: '冷凍庫' })).toBeVisible();
  await expect(group.getByRole('radio', { name: 'ドライアイス' })).toBeVisible();
  await page.getByLabel('納入希望量登録').fill('2');
  await register(page);
  await expect(page.getByRole('alert')).toContainText('保管管理を選択してください。');
});

test('[M5.1-6-1] 「登録」 with blank fields asks first; 「キャンセル」 keeps everything typed', async ({ as }) => {
  const page = await as('satellite');
  await open(page);
  await cell(page, '医療従事者 1回目').fill('30');
  await register(page);
  const dialog = page.getByRole('dialog', { name: '空欄の項目があります' });
  await expect(dialog).toContainText('医療従事者 2回目');
  await expect(dialog).toContainText('未使用のまま廃棄したバイアル本数（累計）');
  await cancel(page);
  await expect(dialog).toBeHidden();
  await expect(cell(page, '医療従事者 1回目')).toHaveValue('30');
  await expect(cell(page, '医療従事者 2回目')).toHaveValue('');
  await register(page);
  await ok(page);
  await expect(h1(page)).toHaveText('登録完了');
  await open(page);
  await expect(cell(page, '医療従事者 1回目')).toHaveValue('30');
  await expect(cell(page, 'その他 2回目')).toHaveValue('0');
});

test('[M2.4-4] [M5.1-7] 「登録」 → blank fields → 「登録完了」, which names what is missing → 「ホームへ戻る」 → 「ホーム」', async ({
  as,
}) => {
  const page = await as('basic');
  await open(page);
  await cell(page, '医療従事者 1回目').fill('100');
  await register(page);
  await ok(page);
  await expect(h1(page)).toHaveText('登録完了');
  await expect(page.getByRole('main')).toContainText('コミナティ筋注 第5クールの納入希望量');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'ホームへ戻る' }).click();
  await expect(h1(page)).toHaveText('ホーム');
});

test('[S2] a request within the period is registered with its storage, and can be changed', async ({ as }) => {
  const page = await as('basic');
  await open(page);
  await expect(page.getByLabel('納入希望量登録')).toHaveValue('');
  await page.getByLabel('納入希望量登録').fill('2');
  await page.getByRole('radio', { name: '冷凍庫' }).check();
  await register(page);
  await expect(page.getByRole('dialog')).toContainText('増えていません');
  await ok(page);
  await expect(h1(page)).toHaveText('登録完了');
  for (const text of ['2箱（第5クール）', '2,340回', '28箱', '24箱', '4箱', '冷凍庫'])
    await expect(page.getByRole('main')).toContainText(text);
  await expect(page.getByRole('main')).toContainText('すべて済んでいます');
  await open(page);
  await expect(page.getByLabel('納入希望量登録')).toHaveValue('2');
  await page.getByLabel('納入希望量登録').fill('3');
  await register(page);
  await ok(page);
  await expect(page.getByRole('main')).toContainText('3箱（第5クール）');
  await page.goto('/');
  await expect(page.getByRole('main').getByRole('listitem').filter({ hasText: pageName })).toContainText('登録済');
});

test('[M5.1-1] [M5.1-3-1] running totals by category and dose: 「延べ回数」 adds itself up, registered values stand beside', async ({
  as,
}) => {
  const page = await as('basic');
  await open(page);
  const part = page.getByRole('region', { name: '接種実績等の報告', exact: true });
  await expect(part).toContainText('「100」＋今回の実績（1回目）「100」＝「200」');
  await expect(part.getByRole('columnheader', { name: '登録済みの内容' })).toBeVisible();
  for (const row of ['医療従事者', '高齢者施設従事者', '高齢者', '基礎疾患保有者', 'その他'])
    for (const dose of ['1回目', '2回目']) await expect(cell(page, `${row} ${dose}`)).toBeVisible();
  const row = part.getByRole('row').filter({ has: page.getByRole('rowheader', { name: '医療従事者', exact: true }) });
  await expect(cell(page, '医療従事者 1回目')).toHaveValue('100');
  await cell(page, '医療従事者 1回目').fill('200');
  await cell(page, '医療従事者 2回目').fill('５０');
  await expect(row.getByRole('cell')).toHaveText(['今回 +100', '今回 +50', '250', '100', '0', '100']);
  await expect(part.getByRole('row', { name: /合計/ })).toContainText('250');
  await register(page);
  await expect(h1(page)).toHaveText('登録完了');
  await expect(page.getByRole('main')).toContainText('250回');
  await open(page);
  await expect(row.getByRole('cell')).toHaveText(['今回 0', '今回 0', '250', '200', '50', '250']);
});

test('[M5.1-5-1] 「廃棄数の報告」 is a running total, and its help says what counts', async ({ as }) => {
  const page = await as('basic');
  await open(page);
  const part = page.getByRole('region', { name: '廃棄数の報告' });
  await expect(part).toContainText('「50」＋今回の廃棄数「30」＝「80」');
  await expect(part).toContainText('登録済みの内容');
  await part.getByRole('button', { name: 'はてなマーク' }).focus();
  await expect(part.getByRole('tooltip')).toContainText(
    '開封後に1回でも接種したバイアルは、廃棄数に含めないでください',
  );
  await cell(page, '高齢者 1回目').fill('10');
  await part.getByLabel('未使用のまま廃棄したバイアル本数（累計）').fill('5');
  await register(page);
  await expect(h1(page)).toHaveText('登録完了');
  await open(page);
  await expect(part).toContainText(/登録済みの内容：\s*5\s*本/);
  await expect(part.getByLabel('未使用のまま廃棄したバイアル本数（累計）')).toHaveValue('5');
});

test('[M5.1-6-2] totals that did not grow, or fell, are shown once more; 「キャンセル」 keeps everything', async ({
  as,
}) => {
  const page = await as('basic', { javaScriptEnabled: false });
  await open(page);
  await cell(page, '高齢者 1回目').fill('9');
  await cell(page, 'その他 1回目').fill('50');
  await register(page);
  const dialog = page.getByRole('dialog', { name: '入力した数値を確認してください' });
  await expect(dialog).toContainText('減っている項目があります：高齢者 1回目');
  await expect(dialog).toContainText('9（登録済み 10）');
  await cancel(page);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(cell(page, '高齢者 1回目')).toHaveValue('9');
  await expect(cell(page, 'その他 1回目')).toHaveValue('50');
  await cell(page, '高齢者 1回目').fill('');
  await register(page);
  await expect(page.getByRole('dialog', { name: '空欄の項目があります' })).toBeVisible();
  await ok(page);
  await expect(dialog).toContainText('0（登録済み 10）');
  await ok(page);
  await expect(h1(page)).toHaveText('登録完了');
});

test('[S4] the municipality checks, corrects with a reason and confirms; a later correction must be confirmed again', async ({
  as,
  world,
}) => {
  const page = await as('municipality', { at: '/demands' });
  await expect(h1(page)).toHaveText('納入希望量の確認');
  const row = (name: string) => page.getByRole('row').filter({ hasText: name });
  await expect(row('芝公園病院')).toContainText('登録済');
  await expect(row('高輪みなと病院')).toContainText('未入力');
  await expect(row('高輪みなと病院').getByRole('cell').nth(2)).toHaveText(/—/);
  await expectAccessible(page);
  const correct = async (amount: string, reason: string): Promise<void> => {
    await page.getByRole('link', { name: '芝公園病院 修正する' }).click();
    await expect(h1(page)).toHaveText('納入希望量の修正');
    await page.getByLabel('納入希望量', { exact: true }).fill(amount);
    await page.getByRole('button', { name: '修正する' }).click();
    await expect(page.getByRole('alert')).toContainText('理由を入力してください。');
    await page.getByLabel('理由').fill(reason);
    await page.getByRole('button', { name: '修正する' }).click();
    await expect(h1(page)).toHaveText('納入希望量の確認');
  };
  await correct('2', '冷凍庫の容量を超えるため');
  await expect(row('芝公園病院')).toContainText('冷凍庫の容量を超えるため');
  await expect
    .poll(async () => (await world.mailbox('basic')).map(({ subject }) => subject))
    .toContain('【V-SYS】納入希望量の修正のお知らせ');

  await page.getByRole('button', { name: '納入希望量を確定する' }).click();
  await expect(page.getByRole('dialog')).toContainText('未入力');
  await expect(page.getByRole('dialog')).toContainText('2施設');
  await ok(page);
  await expect(h1(page)).toHaveText('確定完了');
  await expectAccessible(page);
  await page.getByRole('link', { name: '納入希望量の確認へ戻る' }).click();
  await expect(page.getByRole('region', { name: '確定', exact: true })).toContainText('確定済');

  await correct('1', '電話で確認したため');
  await expect(page.getByText('もう一度確定が必要です')).toBeVisible();
  await page.getByRole('button', { name: '納入希望量を確定する' }).click();
  await ok(page);
  await expect(h1(page)).toHaveText('確定完了');
});

test('[S4] prefecture and 国 see the sums, what is missing and what is confirmed, down to the venue', async ({
  as,
}) => {
  const prefecture = await as('prefecture', { at: '/demands' });
  const minato = prefecture.getByRole('row').filter({ has: prefecture.getByRole('link', { name: '港区' }) });
  await expect(minato).toContainText('確定済');
  await expectAccessible(prefecture);
  const ministry = await as('ministry', { at: '/demands' });
  await expect(ministry.getByRole('row').filter({ hasText: '東京都' })).toContainText('1 / 43 市町村');
  await ministry.getByRole('link', { name: '東京都' }).click();
  await ministry.getByRole('link', { name: '港区' }).click();
  const venue = ministry.getByRole('row').filter({ hasText: '芝公園病院' });
  await expect(venue).toContainText('電話で確認したため');
  await expect(ministry.getByRole('button', { name: '納入希望量を確定する' })).toHaveCount(0);
  await expect(ministry.getByRole('link', { name: '芝公園病院 修正する' })).toHaveCount(0);
});

test('[M2.4-5] outside the period the request part is closed and says when it opens; the report part stays open', async ({
  as,
  world,
}) => {
  await world.moveClock('2021-04-30T17:01:00+09:00');
  const page = await as('basic');
  await open(page);
  await expect(request(page)).toContainText('いまは納入希望量の登録期間ではありません');
  await expect(request(page)).toContainText('次の登録期間');
  await expect(page.getByLabel('納入希望量登録')).toHaveCount(0);
  await expectAccessible(page);
  await cell(page, '医療従事者 1回目').fill('250');
  await register(page);
  await expect(h1(page)).toHaveText('登録完了');
});
