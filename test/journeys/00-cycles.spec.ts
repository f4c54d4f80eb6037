import { expect, expectAccessible, type Page, test } from '../support/journey.ts';

const h1 = (page: Page) => page.getByRole('heading', { level: 1 });
const main = (page: Page) => page.getByRole('main');
const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'タブ' }).getByRole('link', { name, exact: true }).click();
const save = (page: Page) => page.getByRole('button', { name: '下書きとして保存' }).click();

const sixth = {
  クールの番号: '6',
  登録期間の開始: '2021-05-03T09:00',
  登録期間の終了: '2021-05-07T17:00',
  標準配送期間の最初の日: '2021/05/24',
  標準配送期間の最後の日: '2021/06/06',
  標準接種期間の最初の日: '2021/05/31',
  標準接種期間の最後の日: '2021/06/20',
  '供給量（箱）': '8000',
} as const;

const fill = async (page: Page, values: Readonly<Record<string, string>>) => {
  for (const [label, value] of Object.entries(values)) await page.getByLabel(label, { exact: true }).fill(value);
};

test('[S1] 国 registers a クール as a draft, publishes it after reading the periods, and everybody sees it', async ({
  as,
  world,
}) => {
  const ministry = await as('ministry');
  const municipality = await as('municipality');
  await tab(ministry, 'クール');
  await ministry.getByRole('link', { name: 'クールの登録' }).click();
  await ministry.getByLabel('ワクチン', { exact: true }).selectOption({ label: 'コミナティ筋注' });
  await fill(ministry, sixth);
  await save(ministry);
  await expect(h1(ministry)).toHaveText('クール コミナティ筋注 第6クール');
  await expect(main(ministry)).toContainText('下書きです。国だけに見えています。');
  await expectAccessible(ministry);
  await municipality.goto('/cycles');
  await expect(municipality.getByRole('link', { name: '第5クール' })).toBeVisible();
  await expect(municipality.getByRole('link', { name: '第6クール' })).toHaveCount(0);

  await ministry.getByRole('button', { name: '予定として公開する' }).click();
  const dialog = ministry.getByRole('dialog');
  await expect(dialog).toContainText('2021/05/03 09:00〜2021/05/07 17:00');
  await expect(dialog).toContainText('2021/05/24（月）〜2021/06/06（日）');
  await dialog.getByRole('button', { name: 'キャンセル' }).click();
  await expect(dialog).toBeHidden();
  await ministry.getByRole('button', { name: '予定として公開する' }).click();
  await dialog.getByRole('button', { name: 'OK' }).click();
  await expect(main(ministry)).toContainText('予定として公開しました。');

  await municipality.reload();
  await municipality.getByRole('link', { name: '第6クール' }).click();
  await expect(main(municipality)).toContainText('8,000');
  await expect(municipality.getByRole('link', { name: '予定を変更する' })).toHaveCount(0);
  await expect
    .poll(async () => (await world.mailbox('municipality'))[0]?.subject)
    .toContain('第6クールの予定が公開されました');
});

test('[S1] what cannot be is told at its field, and what was typed stays', async ({ as }) => {
  const page = await as('ministry', { at: '/cycles/new' });
  await page.getByLabel('ワクチン', { exact: true }).selectOption({ label: 'コミナティ筋注' });
  await fill(page, { ...sixth, '供給量（箱）': '１．５', 標準配送期間の最初の日: '2021/02/29' });
  await save(page);
  await expect(page.getByRole('alert')).toContainText('実在する日付');
  await expect(page.getByLabel('供給量（箱）')).toHaveAccessibleDescription(/整数で入力してください/);
  await expect(page.getByLabel('供給量（箱）')).toHaveValue('１．５');
  await fill(page, { '供給量（箱）': '', 標準配送期間の最初の日: '2021/05/24', 標準配送期間の最後の日: '2021/05/23' });
  await save(page);
  await expect(page.getByLabel('標準配送期間の最後の日')).toHaveAccessibleDescription(/最初の日以降/);
  await fill(page, { 標準配送期間の最後の日: '2021/06/06' });
  await save(page);
  await expect(page.getByLabel('クールの番号')).toHaveAccessibleDescription(/すでに登録されています/);
  await expectAccessible(page);
});

test('[S1] a published クール changes its periods with a reason that everybody reads', async ({ as, world }) => {
  const page = await as('ministry', { at: '/cycles' });
  await page.getByRole('link', { name: '第6クール' }).click();
  await page.getByRole('link', { name: '予定を変更する' }).click();
  await fill(page, { 登録期間の終了: '2021-05-10T12:00', 変更の理由: '連休明けまで延ばすため' });
  await page.getByRole('button', { name: '変更する' }).click();
  await expect(page.getByRole('dialog')).toContainText('2021/05/10 12:00');
  await page.getByRole('dialog').getByRole('button', { name: 'OK' }).click();
  await expect(main(page)).toContainText('連休明けまで延ばすため');
  const basic = await as('basic');
  await basic.goto(new URL(page.url()).pathname);
  await expect(main(basic)).toContainText('連休明けまで延ばすため');
  await expect.poll(async () => (await world.mailbox('prefecture'))[0]?.text).toContain('理由：連休明けまで延ばすため');
});

test('[S1] a クール of another vaccine runs beside it, and its page shows where it stands', async ({ as, world }) => {
  const page = await as('ministry', { at: '/cycles/new' });
  await page.getByLabel('ワクチン', { exact: true }).selectOption({ label: 'COVID-19ワクチンモデルナ筋注' });
  await fill(page, { ...sixth, 標準配送期間の最初の日: '2021/05/20' });
  await save(page);
  await expect(page.getByLabel('標準配送期間の最初の日')).toHaveAccessibleDescription(/接種回数が/);
  await fill(page, { 標準配送期間の最初の日: '2021/05/24' });
  await save(page);
  await page.getByRole('button', { name: '予定として公開する' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'OK' }).click();
  await expect(h1(page)).toHaveText('クール COVID-19ワクチンモデルナ筋注 第6クール');
  await expect(main(page)).toContainText('800,000');
  await world.moveClock('2021-05-04T10:00:00+09:00');
  const path = new URL(page.url()).pathname;
  const later = await as('ministry', { at: path });
  await expect(later.getByRole('list', { name: /の予定/ }).locator('[aria-current="step"]')).toContainText('登録期間');
  await later.goto('/cycles');
  await expect(later.getByRole('link', { name: '第6クール' })).toHaveCount(2);
  await later.getByLabel('ワクチン').selectOption({ label: '武田/モデルナ' });
  await later.getByRole('button', { name: '絞り込む' }).click();
  await expect(later.getByRole('link', { name: '第6クール' })).toHaveCount(1);
});

test('[S1] 国 defines a vaccine with its doses per vial by day', async ({ as }) => {
  const page = await as('ministry', { at: '/vaccines' });
  await page.getByRole('link', { name: 'ワクチンの登録' }).click();
  await fill(page, { ワクチン名: '見本ワクチン', 略称: '見本', 最小包装単位あたりのバイアル数: '２５' });
  await page.getByLabel('製薬メーカー', { exact: true }).selectOption({ label: 'ファイザー株式会社' });
  await page.getByRole('radio', { name: '箱' }).check();
  await page.getByRole('radio', { name: '2〜8℃' }).check();
  await page.getByRole('radio', { name: '卸業者が納入する' }).check();
  await fill(page, { 公表日: '2021/05/01', 使用開始日: '2021/06/01' });
  await fill(page, { '1行目 標準配送期間の最初の日': '2021/06/01', '1行目 1バイアルの接種回数': '10' });
  await page.getByRole('button', { name: '保存' }).click();
  await expect(h1(page)).toHaveText('ワクチン 見本');
  await expect(main(page)).toContainText('1箱＝25バイアル');
  await expect(main(page)).toContainText('2021/06/01（火）〜');
  await expectAccessible(page);
});

test('[M1.9-2] a required field has ※ and a red line at its left, and says so to a screen reader', async ({ as }) => {
  const page = await as('ministry', { at: '/cycles/new' });
  const field = page.getByLabel('クールの番号');
  await expect(field).toHaveAttribute('aria-required', 'true');
  const row = page.locator('.field-required').filter({ has: field });
  await expect(row.getByText('※')).toBeVisible();
  const line = await row.locator('.field-control').evaluate((element) => {
    for (let node: Element | null = element; node && !node.classList.contains('section'); node = node.parentElement)
      for (const part of [null, '::before'] as const) {
        const style = getComputedStyle(node, part);
        const found = [style.borderInlineStartColor, style.backgroundColor].find((colour) =>
          /^rgb\((1[5-9]\d|2\d\d), (\d|[1-4]\d), (\d|[1-4]\d)\)$/.test(colour),
        );
        if (found) return found;
      }
    return '';
  });
  expect(line).not.toBe('');
  await expect(page.getByLabel('枝番')).not.toHaveAttribute('aria-required', 'true');
});

test('[M1.9-3] a date is typed, picked in the calendar, or filled in by today’s button', async ({ as }) => {
  const page = await as('prefecture', { at: '/wholesaler-areas/new' });
  const from = page.getByLabel('開始日');
  const row = page.locator('.field').filter({ has: from });
  await from.fill('2021/06/01');
  await expect(from).toHaveValue('2021/06/01');
  const today =
    (await row.getByRole('button', { name: /本日の日付/ }).innerText()).match(/\d{4}\/\d{2}\/\d{2}/)?.[0] ?? '';
  await row.getByRole('button', { name: /本日の日付/ }).click();
  await expect(from).toHaveValue(today);
  await from.click();
  await expect(page.getByRole('dialog').or(page.getByRole('grid')).first()).toBeVisible();
});

test('[M1.9-4] 「?」 shows the help of its field on pointer, focus and tap', async ({ as }) => {
  const page = await as('ministry', { at: '/cycles/new', hasTouch: true });
  const mark = page
    .locator('.field')
    .filter({ has: page.getByLabel('枝番') })
    .getByRole('button', { name: 'はてなマーク' });
  const help = page.getByText('第10-2クールの枝番は2です', { exact: false });
  await expect(help).toBeHidden();
  await mark.hover();
  await expect(help).toBeVisible();
  await page.mouse.move(0, 0);
  await expect(help).toBeHidden();
  await mark.focus();
  await expect(help).toBeVisible();
  await page.getByLabel('クールの番号').focus();
  await expect(help).toBeHidden();
  await mark.tap();
  await expect(help).toBeVisible();
});
