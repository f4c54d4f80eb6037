import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

type Act = (page: Page) => Promise<unknown>;
type State = { readonly name: string; readonly path: string; readonly act: Act };

const then =
  (...acts: readonly Act[]): Act =>
  async (page) => {
    for (const act of acts) await act(page);
  };
const press =
  (name: string | RegExp): Act =>
  async (page) => {
    const exact = typeof name === 'string';
    const before = page.url();
    await page.getByRole('button', { name, exact }).or(page.getByRole('link', { name, exact })).first().click();
    await page.waitForLoadState('load');
    if (page.url() === before) await page.waitForTimeout(300);
  };
const ok: Act = (page) => page.getByRole('dialog').getByRole('button', { name: 'OK', exact: true }).click();
/** 「OK」 until nothing is asked any more. */
const okToAll: Act = async (page) => {
  for (let asked = 0; asked < 5; asked += 1) {
    await page.waitForTimeout(500);
    if (!(await page.getByRole('dialog').isVisible())) return;
    await ok(page);
    await page.waitForLoadState('load');
  }
};
const fill =
  (label: string, value: string): Act =>
  (page) =>
    page.getByLabel(label, { exact: true }).first().fill(value);
const check =
  (label: string): Act =>
  (page) =>
    page.getByLabel(label).first().check();
const settled: Act = (page) => page.waitForTimeout(500);

/** The file of the page's CSV button, changed, sent in again. */
const sendCsv =
  (change: (csv: string) => string): Act =>
  async (page) => {
    const waiting = page.waitForEvent('download');
    await page.getByRole('main').getByRole('link', { name: 'CSV', exact: true }).click();
    const csv = change(readFileSync(await (await waiting).path(), 'utf8'));
    const file = { name: '登録.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
    await page.getByRole('main').locator('input[type=file]').setInputFiles(file);
    await press('内容を確認する')(page);
  };
const lastCell = (value: string) => (csv: string) =>
  csv.replaceAll(/[^,\r\n]*(\r?\n)(?=.)/g, `${value}$1`).replace(value, '納入予定日');

const changeVenue = then(fill('電話番号', '03-0111-2222'), press('申請・保存'));
const transfer = then(
  check('他の施設に譲った（移送した）'),
  fill('日付', '2021/04/24'),
  fill('ロット番号', 'VS1006'),
  fill('バイアル本数', '10'),
  press('登録'),
);
/** 3 of everybody. */
const count: Act = async (page) => {
  const boxes = page.getByRole('region', { name: '接種実績等の報告', exact: true }).getByRole('textbox');
  for (const box of await boxes.all()) if (await box.isEditable()) await box.fill('3');
};

/** Pages in the middle of something, by account: dialogs, menus, searches, what comes after 「OK」. */
export const states: Readonly<Record<string, readonly State[]>> = {
  visitor: [
    {
      name: 'login-wrong',
      path: '/login',
      act: then(fill('ユーザ名', 'basic@v.sys'), fill('パスワード', 'x'), press('ログイン')),
    },
    {
      name: 'login-code',
      path: '/login',
      act: then(fill('ユーザ名', 'basic@v.sys'), fill('パスワード', 'Demo-2021'), press('ログイン')),
    },
    { name: 'login-code-wrong', path: '/login/code', act: then(fill('確認コード', '12'), press('検証')) },
  ],
  basic: [
    { name: 'menu', path: '/', act: (page) => page.locator('.name-menu summary').click() },
    {
      name: 'more-tabs',
      path: '/',
      act: then(
        (page) => page.setViewportSize({ width: 820, height: 900 }),
        (page) => page.getByRole('button', { name: '▼' }).or(page.locator('.tabs summary')).first().click(),
      ),
    },
    {
      name: 'search',
      path: '/transfers/new',
      act: then(press(/虫眼鏡/), (page) => page.getByLabel('検索する文字').fill('医院'), press('Go!'), settled),
    },
    { name: 'venue-question', path: '/venue/edit', act: changeVenue },
    { name: 'venue-pending', path: '/venue/edit', act: then(changeVenue, ok, press('OK')) },
    {
      name: 'application',
      path: '/venue',
      act: then((page) => page.locator('a[href^="/applications/"]').first().click(), settled),
    },
    {
      name: 'api-key',
      path: '/settings/api-keys',
      act: then(fill('名前', '電子カルテ連携'), check('接種実績の報告'), press('発行する'), okToAll),
    },
    { name: 'api-keys', path: '/settings/api-keys', act: settled },
    {
      name: 'app',
      path: '/settings/security',
      act: then(
        (page) => page.getByLabel('現在のパスワード').locator('visible=true').last().fill('Demo-2021'),
        press('認証アプリを設定する'),
      ),
    },
    { name: 'transfer-question', path: '/transfers/new', act: transfer },
    { name: 'transfers-one', path: '/transfers/new', act: then(transfer, okToAll) },
    {
      name: 'transfer',
      path: '/transfers',
      act: then((page) => page.locator('main a[href^="/transfers/"]:not([href$="/new"])').first().click(), settled),
    },
    {
      name: 'report-done',
      path: '/reports',
      act: then(fill('納入希望量登録', '2'), check('冷凍庫'), count, press('登録'), okToAll),
    },
    { name: 'report-after', path: '/reports', act: settled },
    { name: 'report-file-check', path: '/reports/file', act: sendCsv((csv) => csv.replaceAll(',3,', ',x,')) },
    {
      name: 'claim-saved',
      path: '/claims/2021-05',
      act: then((page) => page.locator('main td.number input').first().fill('12'), press('保存'), okToAll),
    },
    { name: 'claim-printing', path: '/claims/2021-05', act: settled },
    {
      name: 'claim-preview',
      path: '/claims/2021-05',
      act: then((page) => page.locator('a[href*="/preview/"]').first().click(), settled),
    },
    {
      name: 'chat-answer',
      path: '/support/chat',
      act: then(fill('お問い合わせ内容', 'パスワードを忘れました。どうすればよいですか。'), press('送信')),
    },
    { name: 'chat-none', path: '/support/chat', act: then(fill('お問い合わせ内容', 'zzzz'), press('送信')) },
    { name: 'booking-done', path: '/booking-status', act: then(check('予約可能'), press('更新')) },
    {
      name: 'password-wrong',
      path: '/settings/password',
      act: then(fill('現在のパスワード', 'x'), fill('新しいパスワード', 'abc'), press('保存')),
    },
  ],
  municipality: [
    {
      name: 'application',
      path: '/applications',
      act: then((page) => page.locator('main a[href^="/applications/"]').first().click(), settled),
    },
    { name: 'sheet-check', path: '/demands/5/sheet', act: sendCsv((csv) => csv) },
    {
      name: 'sheet-faults',
      path: '/allocations/municipal/5/sheet',
      act: sendCsv((csv) => csv.replaceAll(/,(\r?\n)(?=.)/g, ',x$1')),
    },
    {
      name: 'allocation-question',
      path: '/allocations/municipal/5',
      act: then((page) => page.locator('main table input').first().fill('3'), press('下書き保存'), settled),
    },
    { name: 'remind', path: '/demands/missing', act: then(press(/にお知らせする/), settled) },
    { name: 'confirm-demand', path: '/demands', act: then(press('納入希望量を確定する'), settled) },
    {
      name: 'announcement-withdraw',
      path: '/announcements',
      act: then(
        (page) => page.locator('main a[href^="/announcements/"]:not([href$="/new"])').first().click(),
        press('取り下げる'),
        settled,
      ),
    },
    {
      name: 'satellite-unlink',
      path: '/satellites',
      act: then(
        (page) => page.locator('main a[href^="/satellites/"]').first().click(),
        press('連携を解除する'),
        settled,
      ),
    },
  ],
  ministry: [
    {
      name: 'allocation-over',
      path: '/allocations',
      act: then((page) => page.locator('main table input').first().fill('9000'), press('確定'), settled),
    },
    { name: 'take-proposal', path: '/allocations/national/5/proposals', act: then(press(/取り込む/), okToAll) },
    { name: 'allocation-fixed-question', path: '/allocations/national/5', act: then(press('確定'), settled) },
    {
      name: 'organisations-check',
      path: '/organisations/import',
      act: sendCsv((csv) => csv.split('\n').slice(0, 4).join('\n').replaceAll('市町村', '町村')),
    },
    {
      name: 'country',
      path: '/allocations/national/5/proposals',
      act: then(press('人口に比例 全国ではどうなるか'), settled),
    },
  ],
  wholesaler: [
    {
      name: 'sheet-faults',
      path: '/deliveries',
      act: then(press('Excel・CSVで入力する'), sendCsv(lastCell('2021/13/01'))),
    },
    {
      name: 'delivered-question',
      path: '/deliveries',
      act: then(
        (page) => page.locator('main tbody input[type=checkbox]').first().check(),
        press('選んだ行を納入済みにする'),
        settled,
      ),
    },
    { name: 'nothing', path: '/deliveries?status=received', act: settled },
  ],
  desk: [
    {
      name: 'user-remove',
      path: '/desk/users',
      act: then((page) => page.locator('main tbody a').first().click(), press('ユーザを削除する'), settled),
    },
    {
      name: 'maintenance-on',
      path: '/maintenance',
      act: then(fill('表示する文', 'データベースの点検を行っています。'), press('閲覧専用モードにする'), settled),
    },
  ],
};
