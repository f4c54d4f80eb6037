import { expect, expectAccessible, type Page, test } from '../support/journey.ts';

const h1 = (page: Page) => page.getByRole('heading', { level: 1 });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const answer = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
const box = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const asked = (page: Page, title: string) => expect(page.getByRole('dialog', { name: title })).toBeVisible();
const rowOf = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text });

/** The first lot of the venue's stock: one that was delivered. */
const firstLot = async (page: Page): Promise<string> => {
  await page.goto('/stock');
  const cell = page.getByRole('table').first().getByRole('rowheader').first();
  return ((await cell.textContent()) ?? '').replace(/[^A-Z0-9-]/g, '');
};
/** 「登録」 with 「OK」 to whatever the running totals make it ask. */
const register = async (page: Page): Promise<void> => {
  await press(page, '登録');
  while (await page.getByRole('dialog').getByRole('button', { name: 'OK' }).isVisible()) await answer(page, 'OK');
  await expect(h1(page)).toHaveText('登録完了');
};

/** What the two sides tell each other about in all of this file. */
let lot = '';

test('[M5.1b-4] [S12] a 基本型 enters what it gave; more than its stock is asked about, 「キャンセル」 keeps everything', async ({
  as,
}) => {
  const page = await as('basic');
  lot = await firstLot(page);
  await page.goto('/reports');
  const section = page.getByRole('region', { name: '他施設に移送したワクチン量', exact: true });
  await section.getByRole('button', { name: '＋報告内容を追加する' }).click();
  await expect(section.getByRole('row')).toHaveCount(3);
  await section.getByRole('checkbox', { name: '2行目' }).check();
  await section.getByRole('button', { name: '- 報告内容を1件削除する' }).click();
  await expect(section.getByRole('row')).toHaveCount(2);

  await box(page, '譲った日 1行目').fill('2021/04/24');
  await box(page, 'ロット番号 1行目').fill(lot.toLowerCase());
  await box(page, 'バイアル本数 1行目').fill('999999');
  await section.getByRole('button', { name: /虫眼鏡マーク/ }).click();
  const search = page.getByRole('dialog', { name: '検索' });
  await search.getByLabel('検索する文字').fill('三田クリニック');
  await search.getByRole('button', { name: 'Go!' }).click();
  await search.getByRole('button', { name: '三田クリニック' }).click();
  await expect(search).toBeHidden();

  await press(page, '登録');
  if (await page.getByRole('dialog', { name: '空欄の項目があります' }).isVisible()) await answer(page, 'OK');
  await asked(page, '移送の内容を確認してください');
  await expect(page.getByRole('dialog')).toContainText('より多い移送です');
  await expectAccessible(page);
  await answer(page, 'キャンセル');
  await expect(box(page, '譲った先（任意） 1行目')).toHaveValue('三田クリニック');
  await box(page, 'バイアル本数 1行目').fill('１０');
  await register(page);

  await page.goto('/reports');
  await expect(box(page, 'バイアル本数 1行目')).toHaveValue('10');
  await page.getByRole('link', { name: '移送の状況を見る' }).click();
  await expect(rowOf(page, lot)).toContainText('相手の登録待ち');
  await expectAccessible(page);
});

test('[M5.1s-4] [S12] a サテライト型 names the giver by its code; other vials are shown to both and to the municipality', async ({
  as,
}) => {
  const page = await as('satellite', { at: '/transfers' });
  await expect(page.getByRole('region', { name: '相手だけが登録している移送' })).toContainText('芝公園病院');
  await page.goto('/reports');
  const section = page.getByRole('region', { name: '医療機関間の融通を受けた場合', exact: true });
  await section.getByRole('button', { name: /虫眼鏡マーク/ }).click();
  const search = page.getByRole('dialog', { name: '検索' });
  await search.getByLabel('すべての項目').check();
  await search.getByLabel('検索する文字').fill('1310300015');
  await search.getByRole('button', { name: 'Go!' }).click();
  await search.getByRole('button', { name: '芝公園病院' }).click();
  await expect(box(page, '（融通元の）基本型接種施設 1行目')).toHaveValue('芝公園病院');
  await box(page, '受けた日 1行目').fill('2021/04/25');
  await box(page, 'ロット番号 1行目').fill(lot);
  await box(page, 'バイアル本数 1行目').fill('9');
  await expectAccessible(page);
  await register(page);

  const office = await as('municipality', { at: '/transfers/area' });
  await expect(rowOf(office, '芝公園病院').filter({ hasText: '本数が違います' })).toHaveCount(2);
  await expectAccessible(office);
  const basic = await as('basic', { at: '/transfers' });
  await expect(rowOf(basic, lot)).toContainText('相手の登録 9本');

  // The entry stays in the form and is corrected there.
  await page.goto('/reports');
  await box(page, 'バイアル本数 1行目').fill('10');
  await register(page);
  await basic.reload();
  await expect(rowOf(basic, lot)).toContainText('一致');
  await basic.getByRole('link', { name: '2021/04/24' }).click();
  await expect(h1(basic)).toHaveText('移送の内容');
  const sheet = await basic.request.get(
    (await basic.getByRole('link', { name: /情報連携シート/ }).getAttribute('href')) ?? '',
  );
  expect(sheet.headers()['content-type']).toBe('application/pdf');
  await office
    .getByRole('link', { name: `ロット番号 ${lot}を追跡する` })
    .first()
    .click();
  await expect(rowOf(office, '→ 三田クリニック')).toContainText('10');
});

test('[S26] the stock is computed: a disposal joins the running total, a count corrects with a reason', async ({
  as,
}) => {
  const page = await as('basic', { at: '/stock' });
  await page.getByRole('link', { name: '廃棄を記録する' }).click();
  await page.getByLabel('廃棄したバイアル本数（今回）').fill('2');
  await box(page, 'ロット番号').fill(lot);
  await page.getByLabel('理由').fill('落として割れたため');
  await press(page, '登録');
  await expect(h1(page)).toHaveText('在庫');
  const shown = page.getByText('在庫（計算）', { exact: true }).locator('xpath=following-sibling::dd');
  const stock = Number.parseInt(((await shown.textContent()) ?? '').replaceAll(',', ''), 10);
  await page.goto('/reports');
  await expect(page.getByLabel('未使用のまま廃棄したバイアル本数（累計）')).toHaveValue('2');

  await page.goto('/stock');
  await page.getByRole('link', { name: '棚卸を記録する' }).click();
  await page.getByLabel('数えた本数').fill(String(stock - 1));
  await page.getByLabel('理由').fill('1本の行方が分からないため');
  await press(page, '登録');
  await asked(page, '棚卸の内容を確認してください');
  await expect(page.getByRole('dialog')).toContainText('-1本');
  await expectAccessible(page);
  await answer(page, 'OK');
  await expect(shown).toContainText((stock - 1).toLocaleString('ja-JP'));
  await expect(shown).toContainText('2021/04/26 09:00 現在');
  await expectAccessible(page);
  await page.getByRole('link', { name: '記録の一覧' }).click();
  await expect(rowOf(page, '棚卸による修正')).toContainText('1本の行方が分からないため');
  await expectAccessible(page);
});

test('[S27] 国 extends the expiry of a lot and stops it: holders are told at once, and it shows with the lot', async ({
  as,
  world,
}) => {
  const ministry = await as('ministry');
  for (const [kind, expiry] of [
    ['有効期限の延長', '2022/03/31'],
    ['使用見合わせ', ''],
  ] as const) {
    await ministry.goto('/lots/change');
    await ministry.getByLabel('ワクチン', { exact: true }).selectOption('コミナティ筋注');
    await box(ministry, 'ロット番号').fill(lot);
    await ministry.getByLabel(kind, { exact: true }).check();
    await box(ministry, '延長後の有効期限').fill(expiry);
    await ministry.getByLabel('理由').fill('国の決定による');
    await press(ministry, '登録');
    await asked(ministry, `${kind}を登録します`);
    await answer(ministry, 'OK');
    await expect(h1(ministry)).toHaveText(`ロットの追跡 ${lot}`);
    for (const holder of ['basic', 'satellite'] as const)
      await expect
        .poll(async () => (await world.mailbox(holder)).map(({ subject }) => subject))
        .toContain(`【V-SYS】${kind}（ロット番号 ${lot}）`);
  }
  await expectAccessible(ministry);
  await ministry.goto('/lots');
  await expect(rowOf(ministry, lot)).toContainText('使用見合わせ');
  const page = await as('satellite', { at: '/stock' });
  await expect(rowOf(page, lot)).toContainText('使用見合わせ');
  await expect(rowOf(page, lot)).toContainText('2022/03/31');
});

test('[M5.1-3-1] [M5.1-6-2] 累計 or 今回: the number that is not typed stands below; a lower total may say why', async ({
  as,
}) => {
  const page = await as('basic', { at: '/reports' });
  const cell = page.getByLabel('高齢者 1回目', { exact: true });
  const start = Number(await cell.inputValue());
  await page.getByLabel('今回の数で入力する').check();
  await expect(cell).toHaveValue('');
  await cell.fill('20');
  await expect(page.getByText(`累計 ${(start + 20).toLocaleString('ja-JP')}`, { exact: true })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: '今回の数' })).toBeVisible();
  await expectAccessible(page);
  await register(page);
  await page.goto('/reports');
  await expect(cell).toHaveValue(String(start + 20));
  await cell.fill(String(start));
  await expect(page.getByText('今回 -20', { exact: true })).toBeVisible();
  await press(page, '登録');
  await asked(page, '入力した数値を確認してください');
  await page.getByLabel('理由（任意）').fill('二重に数えていたため');
  await expectAccessible(page);
  await answer(page, 'OK');
  await expect(h1(page)).toHaveText('登録完了');
});

test('[M5.1-3-1] [S14] 国 adds a dose number and ends a category: the report asks for what is in force', async ({
  as,
}) => {
  const ministry = await as('ministry', { at: '/' });
  await ministry.getByRole('main').getByRole('link', { name: '接種実績の報告項目', exact: true }).click();
  const change = async (item: string, day: string) => {
    await ministry.getByLabel('項目', { exact: true }).selectOption(item);
    await box(ministry, '始める日・最後の日').fill(day);
    await ministry.getByLabel('理由').fill('国の決定による');
    await press(ministry, '登録');
    await asked(ministry, '接種実績の報告項目を変更します');
    await answer(ministry, 'OK');
    await expect(h1(ministry)).toHaveText('接種実績の報告項目');
  };
  await change('5回目（追加する）', '2021/04/26');
  await change('その他', '2021/04/30');
  await expect(rowOf(ministry, '国の決定による')).toHaveCount(2);
  await expectAccessible(ministry);
  const page = await as('satellite', { at: '/reports' });
  await expect(page.getByLabel('高齢者 5回目', { exact: true })).toBeVisible();
});
