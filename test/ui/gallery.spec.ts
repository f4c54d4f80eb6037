import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { axeFaults } from '../support/axe.ts';
import { pagePool } from '../support/journeys/page-pool.ts';
import { gallery } from './gallery.tsx';
import { serveGallery } from './serve-gallery.ts';

type Site = Awaited<ReturnType<typeof serveGallery>>;
const test = base.extend<object, { readonly site: Site; readonly pool: ReturnType<typeof pagePool> }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the destructuring
    async ({}, use) => {
      const site = await serveGallery();
      await use(site);
      site.close();
    },
    { scope: 'worker' },
  ],
  pool: [({ browser, site }, use) => use(pagePool(browser, site.origin)), { scope: 'worker' }],
  page: async ({ pool }, use) => {
    const page = await pool.take();
    await use(page);
    await pool.giveBack(page);
  },
});

test.setTimeout(60_000);

const faults: string[] = [];
const listen = (page: Page): void => {
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (line) => {
    if (/Content Security Policy/i.test(line.text())) faults.push(line.text());
  });
};
test.beforeEach(({ page }) => {
  faults.length = 0;
  listen(page);
});
test.afterEach(() => expect(faults).toEqual([]));

for (const name of Object.keys(gallery))
  test(`${name} in light and dark: axe finds nothing, no sideways scroll at 320 px`, async ({ page }) => {
    await page.goto(`/${name}`);
    await page.locator('html[data-ready]').waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 1280, height: 800 });
      expect(await axeFaults(page), colorScheme).toEqual([]);
      await page.setViewportSize({ width: 320, height: 800 });
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    }
    await page.emulateMedia({ colorScheme: null });
  });

test('without script all tabs stand in sight, and a question is open', async ({ pool }) => {
  const browser = await pool.open({ javaScriptEnabled: false, viewport: { width: 320, height: 800 } });
  const page = await browser.newPage();
  listen(page);
  await page.goto('/question');
  await expect(page.getByRole('dialog', { name: '延べ回数が増えていません' })).toBeVisible();
  await expect(page.getByRole('link', { name: '申請', exact: true })).toBeInViewport();
  await expect(page.getByRole('button', { name: 'OK' })).toHaveAttribute('name', '_confirmed');
  await browser.close();
});

test('a date is typed, picked from the calendar, or today', async ({ page }) => {
  await page.goto('/edit');
  const date = page.getByRole('textbox', { name: '譲った日' });
  await date.click();
  const calendar = page.getByRole('dialog', { name: 'カレンダー' });
  await expect(calendar).toContainText('2021年4月');
  await calendar.getByRole('button', { name: '次の月' }).click();
  await calendar.getByRole('button', { name: '2021/05/03（月）' }).click();
  await expect(date).toHaveValue('2021/05/03');
  await expect(calendar).toBeHidden();
  await date.click();
  await date.press('ControlOrMeta+A');
  await page.keyboard.type('2021/06/01');
  await expect(date).toHaveValue('2021/06/01');
  await page.getByRole('button', { name: '本日の日付 2021/04/26 を入力' }).click();
  await expect(date).toHaveValue('2021/04/26');
  await date.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(date).toHaveValue('2021/04/27');
});

test('the magnifier searches and a result fills the field', async ({ page }) => {
  await page.goto('/edit');
  await page.getByRole('button', { name: '譲った先 虫眼鏡マーク' }).click();
  const dialog = page.getByRole('dialog', { name: '検索' });
  await dialog.getByRole('radio', { name: 'すべての項目' }).check();
  await dialog.getByRole('searchbox').fill('芝');
  await dialog.getByRole('button', { name: 'Go!' }).click();
  await dialog.getByRole('button', { name: '芝公園病院' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('textbox', { name: '譲った先' })).toHaveValue('芝公園病院');
  await expect(page.locator('input[name="to"]')).toHaveValue('1');
});

test('help shows on pointer, focus and tap, and hides by Esc', async ({ page }) => {
  await page.goto('/edit');
  const help = page.getByRole('button', { name: 'はてなマーク' }).first();
  const text = page.getByRole('tooltip').first();
  await help.hover();
  await expect(text).toBeVisible();
  await page.mouse.move(0, 0);
  await expect(text).toBeHidden();
  await help.focus();
  await expect(text).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(text).toBeHidden();
  await help.click();
  await expect(text).toBeVisible();
});

test('tabs that do not fit stand behind ▼', async ({ page }) => {
  await page.setViewportSize({ width: 600, height: 800 });
  await page.goto('/home');
  await page.getByText('▼').click();
  await expect(page.getByRole('link', { name: '申請', exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('link', { name: '申請', exact: true })).toBeHidden();
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(page.getByRole('link', { name: '申請', exact: true })).toBeVisible();
});

test('cancelling a question keeps everything typed', async ({ page }) => {
  await page.goto('/question');
  const dialog = page.getByRole('dialog', { name: '延べ回数が増えていません' });
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('textbox', { name: '納入希望量登録' })).toHaveValue('195');
});

test('numbers add up while typing, below zero is said, unsaved cells are marked', async ({ page }) => {
  await page.goto('/grid');
  await page.locator('html[data-ready]').waitFor();
  const cell = page.getByRole('textbox', { name: '港区 モデルナ' });
  await cell.fill('１，０００');
  await expect(page.locator('[data-remaining="moderna"]')).toHaveText(/超過-794箱/);
  await expect(page.locator('[data-total="t2"]')).toHaveText('1,011');
  await expect(page.locator('td.unsaved')).toHaveCount(1);
  await expect(page.getByRole('status').filter({ hasText: '未保存 1件' })).toBeVisible();
  await cell.press('Enter');
  await expect(page.getByRole('textbox', { name: '新宿区 モデルナ' })).toBeFocused();
});

const paste = (input: Locator, block: string): Promise<void> =>
  input.evaluate((cell, text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, block);

test('a block from a spreadsheet is pasted, taken back, and pasted again', async ({ page }) => {
  await page.goto('/grid');
  await page.locator('html[data-ready]').waitFor();
  const cell = (name: string) => page.getByRole('textbox', { name, exact: true });
  const first = cell('千代田区 ファイザー');
  await first.focus();
  await paste(first, '7\t8\t99\r\n9\t"1,0\n"\r\n');
  await expect(cell('中央区 モデルナ')).toHaveValue('1,0');
  await expect(page.getByRole('status').filter({ hasText: '4件を貼り付けました。' })).toContainText(
    '入力できない欄の1件は貼り付けていません。',
  );
  await first.press('ControlOrMeta+Z');
  await expect(cell('中央区 モデルナ')).toHaveValue('1');
  await first.press('ControlOrMeta+Y');
  await expect(cell('中央区 モデルナ')).toHaveValue('1,0');
});

test('keys go through a grid as in a spreadsheet; typing is one step that is taken back', async ({ page }) => {
  await page.goto('/grid');
  await page.locator('html[data-ready]').waitFor();
  const cell = (name: string) => page.getByRole('textbox', { name, exact: true });
  await cell('千代田区 ファイザー').focus();
  await page.keyboard.type('12');
  await page.keyboard.press('ArrowRight');
  await expect(cell('千代田区 モデルナ')).toBeFocused();
  await page.keyboard.type('34');
  await page.keyboard.press('Tab');
  await expect(cell('中央区 ファイザー')).toBeFocused();
  await page.keyboard.press('Shift+Enter');
  await expect(cell('千代田区 ファイザー')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+ArrowDown');
  await expect(cell('千代田区 ファイザー')).not.toBeFocused();
  await page.keyboard.type('9');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('status').filter({ hasText: '未保存 2件' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(cell('千代田区 モデルナ')).toHaveValue('');
  await expect(cell('千代田区 モデルナ')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(cell('千代田区 ファイザー')).toHaveValue('0');
});

test('1,741 rows are pasted, added up and taken back as one step', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 1400 });
  await page.goto('/country');
  await page.locator('html[data-ready]').waitFor();
  const first = page.getByRole('textbox', { name: '市町村1 ファイザー', exact: true });
  await first.focus();
  await paste(first, '1\t2\r\n'.repeat(1741));
  // One row has no input in the first column; its neighbours keep their places.
  await expect(page.locator('[data-total="pfizer"]')).toHaveText('1,740');
  await expect(page.getByRole('status').filter({ hasText: '3,481件を貼り付けました。' })).toContainText('1件は');
  await expect(page.locator('[data-total="moderna"]')).toHaveText('3,482');
  await expect(page.locator('tfoot')).toBeInViewport();
  await first.press('ControlOrMeta+Z');
  await expect(page.locator('td.unsaved')).toHaveCount(0);
});

test('rows are added, removed and counted again', async ({ page }) => {
  await page.goto('/report');
  await page.locator('html[data-ready]').waitFor();
  await page.getByRole('button', { name: '＋報告内容を追加する' }).click();
  await expect(page.getByRole('textbox', { name: 'ロット番号 3行目' })).toHaveAttribute('name', 'moved.new3.lot');
  await page.getByRole('checkbox', { name: '1行目' }).check();
  await page.getByRole('button', { name: '- 報告内容を1件削除する' }).click();
  await expect(page.getByRole('textbox', { name: 'バイアル本数 1行目' })).toHaveValue('5');
  await expect(page.getByRole('textbox', { name: 'ロット番号 3行目' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: '（融通元の）基本型接種施設 2行目 虫眼鏡マーク' })).toBeVisible();
});

test('a record is edited in place, and a value taken back', async ({ page }) => {
  await page.goto('/view');
  await page.locator('html[data-ready]').waitFor();
  await expect(page.getByRole('button', { name: '保存' })).toBeHidden();
  await page.locator('.inline-value').nth(1).dblclick();
  const input = page.getByRole('textbox', { name: 'ディープフリーザー（-75℃）（台）' });
  await input.fill('5');
  await expect(page.getByRole('button', { name: '保存' })).toBeVisible();
  await page.getByRole('button', { name: 'ディープフリーザー（-75℃）（台） 戻るマーク' }).click();
  await expect(input).toBeHidden();
  const pencil = page.getByRole('button', { name: 'ディープフリーザー（-75℃）（台） 鉛筆マーク' });
  await expect(pencil).toBeFocused();
  await pencil.press('Enter');
  await expect(input).toHaveValue('2');
  await expect(page.getByText('確認コード 鍵マーク')).toHaveCount(1);
});

test('password rules say what is met', async ({ page }) => {
  await page.goto('/login');
  await page.getByLabel('新しいパスワード', { exact: true }).fill('abcDEF123');
  await expect(page.locator('.rules .met')).toHaveCount(2);
  await page.getByRole('button', { name: '表示' }).first().click();
  await expect(page.getByLabel('新しいパスワード', { exact: true })).toHaveAttribute('type', 'text');
});

test('leaving with unsaved input asks', async ({ page }) => {
  await page.goto('/edit');
  await page.locator('html[data-ready]').waitFor();
  await page.getByRole('textbox', { name: '電話番号' }).fill('03');
  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  expect((await asked).type()).toBe('beforeunload');
  await (await asked).accept();
});

test('axe finds what is wrong', async ({ page }) => {
  await page.setContent('<main><img src="data:,"><p style="color:#aaa;background:#fff">うすい文字</p></main>');
  const found = (await axeFaults(page)).map((fault) => fault.split(':')[0]);
  expect(found).toEqual(expect.arrayContaining(['image-alt', 'color-contrast', 'html-has-lang']));
});
