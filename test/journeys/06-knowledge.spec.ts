import { expect, expectAccessible, type Page, test } from '../support/journey.ts';

const heading = (page: Page, name: string | RegExp) => expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
const choose = (page: Page, label: string, option: string) =>
  page.getByLabel(label, { exact: true }).selectOption({ label: option });
const apply = (page: Page) => page.getByRole('button', { name: '適用' }).click();
const list = (page: Page) => page.getByRole('list', { name: '記事の一覧' });
const titles = (page: Page) => list(page).getByRole('heading', { level: 2 }).allInnerTexts();
const search = (page: Page) => page.getByRole('searchbox', { name: 'ナレッジを検索...' });
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const mp4 = Buffer.from('\u0000\u0000\u0000\u0018ftypmp42\u0000\u0000\u0000\u0000mp42isom', 'latin1');

test('[M6.1-1][M6.1-2] the tab 「ナレッジ」 lists the FAQs, filtered and searched', async ({ as }) => {
  const page = await as('basic');
  await page.getByRole('navigation', { name: 'タブ' }).getByRole('link', { name: 'ナレッジ' }).click();
  await heading(page, '記事');
  await choose(page, '記事タイプ', 'FAQ');
  await apply(page);
  expect(await list(page).getByRole('listitem').count()).toBe(20);
  await expect(list(page).getByText('マニュアル', { exact: true })).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole('link', { name: '次へ' }).click();
  expect(await list(page).getByRole('listitem').count()).toBeGreaterThan(0);

  await choose(page, '対象者', '卸業者');
  await choose(page, '情報種類', 'ログイン');
  await apply(page);
  const login = await titles(page);
  expect(login.length).toBeGreaterThan(0);
  await page.getByRole('link', { name: '条件をクリア' }).click();

  // Kana and width do not matter, nor do spaces; what was found is marked.
  for (const typed of ['パスワードを忘れた', 'ぱすわーど　忘れた', 'ﾊﾟｽﾜｰﾄﾞを忘れた']) {
    await search(page).fill(typed);
    await apply(page);
    expect((await titles(page)).join()).toContain('パスワードを忘れたときは');
    await expect(list(page).locator('mark', { hasText: 'パスワード' }).first()).toBeVisible();
  }
  await expectAccessible(page);
  for (const nothing of ['😀', "'; drop table articles; --"]) {
    await search(page).fill(nothing);
    await apply(page);
    await expect(page.getByText('条件に合う記事はありません。')).toBeVisible();
  }
  await page.goto(`/knowledge?q=${encodeURIComponent('接種'.repeat(1_700))}`);
  await expect(page.getByRole('status')).toContainText('検索する言葉が長すぎます。');
});

test('[M6.1-3] the five orders; an article is viewed and rated, and the list comes back as it was', async ({ as }) => {
  const page = await as('municipality');
  const other = await as('basic');
  await page.goto('/knowledge?type=faq');
  for (const order of ['公開日', '最良の評価', '参照回数が最多', 'タイトル：A～Z', 'タイトル：Z～A'])
    await expect(page.getByLabel('並び替え').getByRole('option', { name: order })).toHaveCount(1);
  await search(page).fill('承認');
  await choose(page, '並び替え', 'タイトル：A～Z');
  await apply(page);
  const forward = await titles(page);
  expect(forward.length).toBeGreaterThan(2);
  await choose(page, '並び替え', 'タイトル：Z～A');
  await apply(page);
  expect(await titles(page)).toEqual(forward.toReversed());

  const last = forward.at(0) ?? '';
  await list(page).getByRole('link', { name: last }).click();
  await heading(page, last);
  await expect(page.getByText('1回', { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByText('1回', { exact: true })).toBeVisible();
  await page.getByRole('radio', { name: '4　役に立った' }).check();
  await page.getByRole('button', { name: '評価する' }).click();
  await expect(page.getByText('評価を受け付けました。')).toBeVisible();
  await page.getByRole('radio', { name: '5　とても役に立った' }).check();
  await page.getByRole('button', { name: '評価を変更する' }).click();
  await expect(page.getByText('5.0（5点満点、1件）')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: '記事の一覧へ戻る' }).click();
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({ type: 'faq', q: '承認', sort: 'title-desc' });
  expect(await titles(page)).toEqual(forward.toReversed());

  await other.goto(page.url());
  await list(other).getByRole('link', { name: last }).click();
  await expect(other.getByText('2回', { exact: true })).toBeVisible();
  for (const order of ['最良の評価', '参照回数が最多']) {
    await page.goto('/knowledge?type=faq');
    await choose(page, '並び替え', order);
    await apply(page);
    expect((await titles(page))[0]).toBe(last);
  }
});

test('[M6.2-1] 「このページのヘルプ」 opens the own manual at the chapter of the page', async ({ as }) => {
  const page = await as('basic');
  await expect(page.getByRole('link', { name: 'このページのヘルプ' })).toHaveCount(0);
  await page.goto('/venue');
  await page.getByRole('link', { name: 'このページのヘルプ' }).click();
  await heading(page, /操作マニュアル.*医療機関・接種会場用/);
  await expect(page.getByRole('link', { name: 'このページのヘルプ' })).toHaveCount(0);
  await expect(page.getByText(/このページの説明は「2\.1 医療機関情報を更新する」にあります/)).toBeVisible();
  await expect(page.getByText(/第\d+版　\d+年\d+月\d+日/).first()).toBeVisible();
  await expectAccessible(page);

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'ダウンロード pdf' }).click();
  expect((await download).suggestedFilename()).toMatch(/操作マニュアル.*\.pdf$/);
  const opened = page.waitForEvent('popup');
  await page.getByRole('link', { name: /のプレビュー/ }).click();
  const preview = await opened;
  await preview.waitForLoadState();
  expect(new URL(preview.url()).hash).not.toBe('');
  await expect(preview.getByRole('heading', { name: /2\.1 医療機関情報を更新する/ }).first()).toBeInViewport();
  await preview.close();
  await page.getByRole('link', { name: '元のページへ戻る' }).click();
  await expect(page).toHaveURL(/\/venue$/);
});

test('[M6.3-1] the manuals of all roles, and those that the desk writes, checks and publishes', async ({ as }) => {
  const reader = await as('satellite', { at: '/knowledge' });
  await choose(reader, '記事タイプ', 'マニュアル');
  await apply(reader);
  await expect(list(reader).getByText('FAQ', { exact: true })).toHaveCount(0);
  await list(reader)
    .getByRole('link', { name: /基本型接種施設/ })
    .click();
  await expect(reader.getByRole('link', { name: 'ダウンロード pdf' })).toBeVisible();
  await expectAccessible(reader);

  const desk = await as('desk', { at: '/knowledge' });
  await desk.getByRole('link', { name: '記事の管理' }).click();
  await heading(desk, '記事の管理');
  await expectAccessible(desk);
  await desk.getByRole('link', { name: '記事を作成する' }).click();
  await choose(desk, '記事タイプ', 'マニュアル');
  await desk.getByLabel('タイトル', { exact: true }).fill('優先接種の操作マニュアル（動画）');
  await desk.getByRole('checkbox', { name: '医療機関・接種会場' }).check();
  await choose(desk, '情報種類', 'お問い合わせ・マニュアル');
  await desk.getByLabel('本文').fill('## 見かた\n\n<script>alert(1)</script>');
  await expect(desk.getByRole('region', { name: 'プレビュー' }).getByRole('heading', { name: '見かた' })).toBeVisible();
  await expectAccessible(desk);
  await desk.getByRole('button', { name: '下書きを保存' }).click();
  await expect(desk.getByText('＊HTMLは使えません')).toBeVisible();
  await desk.getByLabel('本文').fill('## 見かた\n\n**動画**を再生してください。');
  await desk.getByRole('button', { name: '下書きを保存' }).click();
  await heading(desk, '優先接種の操作マニュアル（動画）');

  const add = async (name: string, buffer: Buffer) => {
    await desk.getByLabel('ファイル', { exact: true }).setInputFiles({ name, mimeType: 'application/pdf', buffer });
    await desk.getByRole('button', { name: 'ファイルを追加する' }).click();
  };
  await add('手順.pdf', Buffer.from('これはPDFではありません。'));
  await expect(desk.getByText('＊このファイルの中身はPDF（PDF）ではありません。')).toBeVisible();
  await add('手順.pdf', pdf);
  await add('再生.mp4', mp4);
  await expect(desk.getByRole('row').filter({ hasText: '再生.mp4' })).toContainText('動画');
  await desk.getByRole('button', { name: '確認を依頼する' }).click();
  await desk.getByRole('button', { name: '公開する' }).click();
  await expect(desk.getByRole('dialog', { name: '記事を公開しますか' })).toContainText('別の担当者が確認してください');
  await desk.getByRole('button', { name: 'OK' }).click();
  await expect(desk.getByText('公開しました。')).toBeVisible();
  await expectAccessible(desk);

  await reader.getByRole('link', { name: '記事の一覧へ戻る' }).click();
  await search(reader).fill('動画');
  await apply(reader);
  await list(reader).getByRole('link', { name: '優先接種の操作マニュアル（動画）' }).click();
  const download = reader.waitForEvent('download');
  await reader.getByRole('link', { name: 'ダウンロード pdf' }).click();
  expect((await download).suggestedFilename()).toBe('手順.pdf');
  await expect(reader.getByRole('link', { name: /手順\.pdfのプレビュー/ })).toBeVisible();
  await expect(reader.locator('video')).toHaveAttribute('aria-label', '再生.mp4');
  await expectAccessible(reader);
});
