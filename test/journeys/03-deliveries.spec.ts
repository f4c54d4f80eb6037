import { type Account, expect, expectAccessible, type Page, test, type World } from '../support/journey.ts';

const h1 = (page: Page) => page.getByRole('heading', { level: 1 });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const box = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const answer = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
const openTab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'タブ' }).getByRole('link', { name, exact: true }).click();

/** A cell of 「ワクチン分配」 by クール, item and the manual's column heading. */
const cellOf = async (page: Page, cycle: string, item: string, column: string) => {
  const heads = await page.getByRole('columnheader').allTextContents();
  const row = page.getByRole('row').filter({ hasText: cycle }).filter({ hasText: item });
  return row.locator('th, td').nth(heads.indexOf(column));
};
const mailCalled = async (world: World, to: Account, subject: string) =>
  (await world.mailbox(to)).filter((mail) => mail.subject === subject);
const pathIn = (text: string): string =>
  new URL(/https?:\S+/.exec(text)?.[0] ?? '').pathname + new URL(/https?:\S+/.exec(text)?.[0] ?? '').search;

const fixed = '【V-SYS】ワクチン等分配確定通知（市町村→医療機関・接種会場）';
const planned = '【V-SYS】卸業者による配送予定日の入力通知';
const items = [
  'コミナティ筋注',
  '接種用＋希釈用針（100本/箱）',
  '接種用シリンジ（100本/箱）',
  '希釈用シリンジ（100本/箱）',
] as const;

const saveAll = async (page: Page, word: string): Promise<void> => {
  await button(page, word).click();
  await answer(page, 'OK');
  await expect(h1(page)).toHaveText('分配確定完了');
};

/** 第5クール from the request (2 boxes on dry ice) down to the municipality's 分配確定. */
const allocate = async (as: (account: Account, options: { readonly at: string }) => Promise<Page>): Promise<void> => {
  const basic = await as('basic', { at: '/reports' });
  await box(basic, '納入希望量登録').fill('2');
  await basic.getByRole('radio', { name: 'ドライアイス' }).check();
  await button(basic, '登録').click();
  while ((await h1(basic).textContent()) !== '登録完了') await answer(basic, 'OK');
  const ministry = await as('ministry', { at: '/allocations/national/5' });
  await box(ministry, '東京都 基本計画枠').fill('600');
  await saveAll(ministry, '確定');
  const prefecture = await as('prefecture', { at: '/allocations/prefectural/5' });
  await box(prefecture, '港区 基本計画枠').fill('10');
  await saveAll(prefecture, '確定');
  const municipality = await as('municipality', { at: '/allocations/municipal/5' });
  await box(municipality, '芝公園病院 分配量').fill('2');
  await saveAll(municipality, '分配確定');
};

test('[M3.1-1] the mail of 分配確定 leads to 「ログイン」 first, then to the list of this クール', async ({
  as,
  world,
  visitor,
}) => {
  // Five people sign in and five sheets are filled before the mail goes out.
  test.slow();
  await allocate(as);
  await expect.poll(async () => (await mailCalled(world, 'basic', fixed)).length).toBe(1);
  const [mail] = await mailCalled(world, 'basic', fixed);
  expect(mail?.from).toContain('都道府県');
  const page = await visitor();
  await page.goto(pathIn(mail?.text ?? ''));
  await expect(h1(page)).toHaveText('ログイン');
  const before = (await world.mailbox('basic'))[0]?.id ?? 0;
  await page.getByLabel('ユーザ名', { exact: true }).fill('basic@v.sys');
  await page.getByLabel('パスワード', { exact: true }).fill('Demo-2021');
  await button(page, 'ログイン').click();
  await expect(h1(page)).toHaveText('メール確認コード入力');
  await expect.poll(async () => (await world.mailbox('basic'))[0]?.id ?? 0).toBeGreaterThan(before);
  await page.getByLabel('確認コード').fill(await world.lastCode('basic'));
  await button(page, '検証').click();
  await expect(h1(page)).toHaveText('ワクチン分配');
  await expect(page).toHaveURL(/\/distributions\?cycle=5$/);
  await expect(page.getByRole('row')).toHaveCount(5);
});

test('[M3.0-1] [M3.1-2] one list shows amounts and dates of vaccine, needles and syringes', async ({ as }) => {
  const page = await as('basic', { at: '/distributions' });
  await expect(h1(page)).toHaveText('ワクチン分配');
  for (const name of [
    '【分配量（最小包装単位）】',
    '分配量（バイアル数・本数）',
    '分配量（接種回数）',
    '納入予定日',
    '製薬メーカー出荷日',
    '次回交換期日',
    '次々回交換期日',
  ])
    await expect(page.getByRole('columnheader', { name, exact: true })).toBeAttached();
  await expect(page.getByRole('row').nth(1)).toContainText('第5クール');
  const amounts = [
    ['2箱', '390本', '2,340回'],
    ['28箱', '2,800本', ''],
    ['24箱', '2,400本', ''],
    ['4箱', '400本', ''],
  ] as const;
  for (const [at, item] of items.entries()) {
    const [units, pieces, doses] = amounts[at] ?? [];
    await expect(await cellOf(page, '第5クール', item, '【分配量（最小包装単位）】')).toHaveText(units ?? '');
    await expect(await cellOf(page, '第5クール', item, '分配量（バイアル数・本数）')).toHaveText(pieces ?? '');
    await expect(await cellOf(page, '第5クール', item, '分配量（接種回数）')).toHaveText(doses ?? '');
  }
  await page.getByLabel('クール', { exact: true }).selectOption({ label: 'コミナティ筋注 第4クール' });
  await expect(page).toHaveURL(/cycle=4/);
  await expect(page.getByRole('row')).toHaveCount(5);
  await expectAccessible(page);
});

test('[M3.2-1] [M3.4-1] both buttons of 「ホーム」 open this list, the tab opens 「ワクチン分配 ホーム」', async ({
  as,
}) => {
  const page = await as('basic');
  for (const name of ['分配量の確認', '配送予定日の確認']) {
    await page.goto('/');
    await page.getByRole('link', { name, exact: true }).click();
    await expect(h1(page)).toHaveText('ワクチン分配');
  }
  await openTab(page, 'ワクチン分配');
  await expect(h1(page)).toHaveText('ワクチン分配 ホーム');
  await expect(page.getByRole('region', { name: '最新の分配（コミナティ筋注 第5クール）' })).toContainText(
    '2箱（390本）',
  );
  await expectAccessible(page);
  const satellite = await as('satellite');
  for (const path of ['/distributions', '/distributions/home'])
    expect((await satellite.goto(path))?.status()).toBe(404);
});

test('[S10] [M3.3-1] [M3.3-2] the wholesaler enters 納入予定日; the venue is mailed once and sees them in the list', async ({
  as,
  world,
}) => {
  const page = await as('wholesaler');
  await openTab(page, '納入予定日の登録');
  await expect(h1(page)).toHaveText('納入予定日の登録');
  await expect(page.getByLabel('クール', { exact: true })).toContainText('コミナティ筋注 第5クール');
  await box(page, '芝公園病院 コミナティ筋注 納入予定日').fill('2021/02/30');
  await box(page, `芝公園病院 ${items[1]} 納入予定日`).fill('２０２１／５／１１');
  await button(page, '登録').click();
  await expect(page.getByRole('alert')).toContainText('芝公園病院 コミナティ筋注：納入予定日は実在する日付');
  await expect(box(page, '芝公園病院 コミナティ筋注 納入予定日')).toHaveValue('2021/02/30');
  await expectAccessible(page);
  await box(page, '芝公園病院 コミナティ筋注 納入予定日').fill('2021/05/28');
  await button(page, '登録').click();
  await expect(page.getByRole('dialog')).toContainText('標準配送期間（2021/05/10（月）〜2021/05/23（日））の外');
  await answer(page, 'キャンセル');
  await box(page, '芝公園病院 コミナティ筋注 納入予定日').fill('2021/05/10');
  await button(page, '登録').click();
  await expect(page.getByRole('status').filter({ hasText: '2件を登録し、1施設に知らせました。' })).toBeVisible();
  await expect.poll(async () => (await mailCalled(world, 'basic', planned)).length).toBe(1);
  const [mail] = await mailCalled(world, 'basic', planned);
  expect(mail?.from).toContain('卸業者');
  const venue = await as('basic');
  await venue.goto(pathIn(mail?.text ?? ''));
  await expect(h1(venue)).toHaveText('ワクチン分配');
  await expect(await cellOf(venue, '第5クール', items[0], '納入予定日')).toHaveText('2021/05/10（月）');
  await expect(await cellOf(venue, '第5クール', items[1], '納入予定日')).toHaveText('2021/05/11（火）');
  await expect(await cellOf(venue, '第5クール', items[2], '納入予定日')).toContainText('—');
});

test('[S10] without script one date goes into many rows, after a question', async ({ as }) => {
  const page = await as('wholesaler', { at: '/deliveries', javaScriptEnabled: false });
  for (const item of items.slice(2))
    await page.getByRole('checkbox', { name: `芝公園病院 ${item} 選択`, exact: true }).check();
  await page.getByLabel('まとめて入れる納入予定日').fill('2021/05/12');
  await button(page, '選んだ行に入れる').click();
  await expect(page.getByRole('dialog')).toContainText('2行（1施設）に納入予定日 2021/05/12（水） を登録し');
  await answer(page, 'OK');
  await expect(page.getByText('2件を登録し、1施設に知らせました。')).toBeVisible();
  for (const item of items.slice(2)) await expect(box(page, `芝公園病院 ${item} 納入予定日`)).toHaveValue('2021/05/12');
});

test('[S9] [M3.3-3] the maker enters shipping date, lots and dry-ice dates; the venue sees them', async ({
  as,
  world,
}) => {
  const page = await as('manufacturer');
  await openTab(page, '製薬メーカー出荷日の登録');
  await expect(h1(page)).toHaveText('製薬メーカー出荷日の登録');
  await expectAccessible(page);
  await page.getByRole('link', { name: '編集 芝公園病院', exact: true }).click();
  await expect(h1(page)).toHaveText('製薬メーカー出荷日の登録 芝公園病院');
  await page.getByLabel('製薬メーカー出荷日', { exact: true }).fill('2021/05/11');
  await page.getByLabel('次回交換期日', { exact: true }).fill('2021/05/14');
  await page.getByLabel('次々回交換期日', { exact: true }).fill('2021/05/13');
  const lot = async (n: number, name: string, expiry: string, vials: string): Promise<void> => {
    await box(page, `ロット番号 ${n}行目`).fill(name);
    await box(page, `有効期限 ${n}行目`).fill(expiry);
    await box(page, `バイアル数 ${n}行目`).fill(vials);
  };
  await lot(1, 'ｅｙ ５４２０', '2021/09/30', '195');
  await lot(2, 'ET3674', '2021/08/31', '１００');
  await button(page, '登録').click();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('製薬メーカー出荷日は納入予定日（2021/05/10（月））以前');
  await expect(alert).toContainText('次々回交換期日は次回交換期日（2021/05/14（金））以降');
  await expect(alert).toContainText('バイアル数の合計（295本）を分配量（390本）に合わせてください。');
  await expectAccessible(page);
  await page.getByLabel('製薬メーカー出荷日', { exact: true }).fill('2021/05/09');
  await page.getByLabel('次々回交換期日', { exact: true }).fill('2021/05/19');
  await box(page, 'バイアル数 2行目').fill('195');
  await expect(page.getByRole('row', { name: /^合計/ }).getByRole('cell').last()).toHaveText('390本');
  await button(page, '登録').click();
  await expect(page.getByText('登録し、施設に知らせました。')).toBeVisible();
  const venue = await as('basic', { at: '/distributions?cycle=5' });
  await expect(await cellOf(venue, '第5クール', items[0], '製薬メーカー出荷日')).toHaveText('2021/05/09（日）');
  await expect(await cellOf(venue, '第5クール', items[0], '次回交換期日')).toHaveText('2021/05/14（金）');
  await expect(await cellOf(venue, '第5クール', items[0], '次々回交換期日')).toHaveText('2021/05/19（水）');
  await expect(await cellOf(venue, '第5クール', items[1], '製薬メーカー出荷日')).toHaveText('');
  await expect
    .poll(async () => (await mailCalled(world, 'basic', '【V-SYS】製薬メーカーによる出荷日の入力通知'))[0]?.from)
    .toContain('製薬メーカー');
});

test('[S9] many rows at once in the table', async ({ as }) => {
  const page = await as('manufacturer', { at: '/shipments?cycle=4&prefecture=13&state=missing-shipment' });
  const count = Number((await page.getByText(/^\d+件$/).textContent())?.replace('件', ''));
  const checks = page.getByRole('checkbox');
  const names = await checks.evaluateAll((all) => all.slice(0, 2).map((one) => one.getAttribute('aria-label') ?? ''));
  expect(names).toHaveLength(2);
  for (const name of names) await page.getByRole('checkbox', { name, exact: true }).check();
  const bar = page.getByRole('region', { name: 'まとめて入れる' });
  await bar.getByLabel('製薬メーカー出荷日').fill('2021/04/26');
  await bar.getByLabel('ロット番号').fill('et3674');
  await bar.getByLabel('有効期限').fill('2021/08/31');
  await button(page, '選んだ行に入れる').click();
  await expect(page.getByRole('dialog')).toContainText('2施設の行に次の内容を登録し、施設に知らせます。');
  await expect(page.getByRole('dialog')).toContainText('ET3674');
  await answer(page, 'OK');
  await expect(page.getByText('2件を登録し、2施設に知らせました。')).toBeVisible();
  await expect(page.getByText(`${count - 2}件`, { exact: true })).toBeVisible();
});

test('[S11] 納入 is reported, the venue counts, a difference is asked about and told, the stock knows it', async ({
  as,
  world,
}) => {
  const wholesaler = await as('wholesaler', { at: '/deliveries?cycle=5' });
  for (const item of items)
    await wholesaler.getByRole('checkbox', { name: `芝公園病院 ${item} 選択`, exact: true }).check();
  await button(wholesaler, '選んだ行を納入済みにする').click();
  await expect(wholesaler.getByRole('dialog')).toContainText('納入予定日がまだ来ていない行が4件あります。');
  await answer(wholesaler, 'OK');
  await expect(wholesaler.getByText('4件を登録し、1施設に知らせました。')).toBeVisible();

  const page = await as('basic', { at: '/distributions?cycle=5' });
  await expect(page.getByText('受領確認を待っているものが4件あります')).toBeVisible();
  await page.getByRole('link', { name: '受領確認 第5クール コミナティ筋注', exact: true }).click();
  await expect(h1(page)).toHaveText('受領確認');
  await expect(box(page, 'EY5420 受け取った数')).toHaveValue('195');
  await expectAccessible(page);
  await box(page, 'EY5420 受け取った数').fill('−3');
  await button(page, '受領確認').click();
  await expect(page.getByRole('alert')).toContainText('EY5420：受け取った数は');
  await box(page, 'EY5420 受け取った数').fill('１９３');
  await button(page, '受領確認').click();
  await expect(page.getByRole('dialog', { name: '納入数と受領数が違います' })).toContainText('納入 195本 → 受領 193本');
  await answer(page, 'OK');
  await expect(h1(page)).toHaveText('受領確認完了');
  await expect(page.getByRole('main')).toContainText('卸業者・製薬メーカー・市町村に知らせました');
  await expectAccessible(page);
  for (const who of ['wholesaler', 'manufacturer', 'municipality'] as const)
    await expect
      .poll(async () => (await mailCalled(world, who, '【V-SYS】納入数と受領数の違いのお知らせ')).length)
      .toBe(1);

  await page.getByRole('link', { name: '在庫を見る' }).click();
  await expect(h1(page)).toHaveText('在庫');
  await expect(page.getByRole('main')).toContainText('現在の記録から計算しています');
  await expect(page.getByRole('row', { name: /EY5420/ })).toContainText('193');
  await expect(page.getByRole('row', { name: /EY5420/ })).toContainText('1,158');
  await expectAccessible(page);

  await page.goto('/distributions?cycle=5');
  await page.getByRole('link', { name: `受領確認 コミナティ筋注 第5クール ${items[1]}`, exact: true }).click();
  await button(page, '受領確認').click();
  await expect(h1(page)).toHaveText('受領確認完了');
  await page.goto('/distributions?cycle=5');
  for (const item of items) await expect(await cellOf(page, '第5クール', item, '状態')).toContainText('受領済');
});

test('[S11] offices see where the deliveries of their area stand, and the difference', async ({ as }) => {
  const page = await as('municipality');
  await openTab(page, '配送状況');
  await expect(h1(page)).toHaveText('配送状況');
  await page.getByLabel('状態').selectOption({ label: '数の違いあり' });
  await button(page, '絞り込む').click();
  await expect(page.getByRole('row')).toHaveCount(2);
  await expect(page.getByRole('row', { name: /芝公園病院/ })).toContainText('受領 193本');
  await expectAccessible(page);
});

test('[S8] the order list by 10-digit code, on screen and as CSV', async ({ as }) => {
  const page = await as('wholesaler');
  await openTab(page, '発注一覧');
  await expect(h1(page)).toHaveText('発注一覧');
  const row = page.getByRole('row', { name: /芝公園病院/ }).first();
  for (const text of ['1310300015', 'コミナティ筋注', '2箱', '390本', 'ドライアイス'])
    await expect(row).toContainText(text);
  await expectAccessible(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'CSVをダウンロード' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('発注一覧_2021-04-26.csv');
  const ministry = await as('ministry', { at: '/orders?cycle=4' });
  await expect(ministry.getByRole('row')).toHaveCount(51);
  await ministry.getByRole('link', { name: '次へ' }).click();
  await expect(ministry.getByRole('row')).toHaveCount(51);
  await ministry.getByRole('link', { name: '前へ' }).click();
  await expect(ministry.getByRole('row').nth(1)).toContainText('0110000015');
});
