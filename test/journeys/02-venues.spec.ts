import { expect, expectAccessible, type Page, test } from '../support/journey.ts';

const h1 = (page: Page) => page.getByRole('heading', { level: 1 });
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
/** A value on the venue's page, by its label. */
const shown = (page: Page, label: string) =>
  page.locator('.inline-view, .description').filter({ has: page.getByText(label, { exact: true }) });

const openEdit = async (page: Page): Promise<void> => {
  await page.goto('/venue/edit');
  await expect(h1(page)).toContainText('医療機関・接種会場の編集');
};
const save = (page: Page) => page.getByRole('button', { name: '申請・保存', exact: true }).click();
const expectSaved = async (page: Page): Promise<void> => {
  await expect(page.getByRole('status').getByText('保存しました。')).toBeVisible();
  await expect(h1(page)).toHaveText('医療機関・接種会場 芝公園病院');
};

test('[M2.1-1] [M2.1-2] 「この医療機関の情報を見る」 → the venue’s page → 「編集」 → the edit page', async ({ as }) => {
  const page = await as('basic');
  await page.getByRole('link', { name: 'この医療機関の情報を見る' }).click();
  await expect(h1(page)).toHaveText('医療機関・接種会場 芝公園病院');
  await expectAccessible(page);
  await page.getByRole('link', { name: '編集', exact: true }).click();
  await expect(h1(page)).toHaveText('医療機関・接種会場の編集 芝公園病院');
  await expectAccessible(page);
});

test('[M2.1-3-1] [M2.1-3-2] [M2.1-3-3] 「施設分類」 is required; fax with or without hyphens; a homepage by paste', async ({
  as,
}) => {
  const page = await as('basic');
  await openEdit(page);
  const info = section(page, '情報');
  await expect(info.getByLabel('施設分類').locator('option')).toHaveText(['医療機関', '特設の接種会場']);
  await info.getByLabel('施設分類').selectOption('特設の接種会場');
  await field(page, 'ファクシミリ').fill('0312345678');
  await field(page, 'ホームページ').fill('javascript:alert(1)');
  await save(page);
  await expect(
    page.getByText('ホームページは「https://」か「http://」で始まるURLを入力してください。').first(),
  ).toBeVisible();
  await expect(field(page, 'ファクシミリ')).toHaveValue('0312345678');
  await field(page, 'ホームページ').fill('  https://shibakoen.example.jp/index.html ');
  await save(page);
  await expectSaved(page);
  await expect(shown(page, 'ファクシミリ')).toContainText('0312345678');
  await expect(page.getByRole('link', { name: 'https://shibakoen.example.jp/index.html' })).toBeVisible();
  await expect(shown(page, '施設分類')).toContainText('特設の接種会場');
});

test('[M2.1-3-4] [M2.1-3-5] freezers are whole numbers, the help says whose count; 「１０台」 is taken as 10', async ({
  as,
}) => {
  const page = await as('basic');
  await openEdit(page);
  await field(page, 'ディープフリーザー（-75℃）（台）').fill('-1');
  await field(page, 'ディープフリーザー（-20℃）（台）').fill('１');
  await field(page, '駐車場（例：10台）').fill('１０台');
  await save(page);
  await expect(
    page.getByText('ディープフリーザー（-75℃）（台）は0〜999の整数で入力してください。').first(),
  ).toBeVisible();
  await page
    .locator('.field', { has: field(page, 'ディープフリーザー（-75℃）（台）') })
    .getByRole('button', { name: 'はてなマーク' })
    .click();
  await expect(page.getByText('国・自治体から配布されたものも含めた台数を入力します。').first()).toBeVisible();
  await field(page, 'ディープフリーザー（-75℃）（台）').fill('2');
  await save(page);
  await expectSaved(page);
  await expect(shown(page, 'ディープフリーザー（-75℃）（台）')).toContainText('2');
  await expect(shown(page, 'ディープフリーザー（-20℃）（台）')).toContainText('1');
  await expect(shown(page, '駐車場（例：10台）')).toContainText('10');
});

for (const script of [true, false])
  test(`[M2.1-3-6] [M2.1-3-7] the address of deliveries from the postal code, ${script ? 'with' : 'without'} script`, async ({
    as,
  }) => {
    const page = await as('basic', { javaScriptEnabled: script });
    await openEdit(page);
    await expect(field(page, '納入先施設名')).toHaveValue('芝公園病院');
    await field(page, '納入先住所は医療機関住所と同じ').uncheck();
    await field(page, '（入力用）納入先郵便番号(000-0000)').fill('999-0000');
    await page.getByRole('button', { name: '住所自動入力', exact: true }).click();
    await expect(page.getByText('この郵便番号は見つかりません。').first()).toBeVisible();
    await field(page, '（入力用）納入先郵便番号(000-0000)').fill('498-0000');
    await page.getByRole('button', { name: '住所自動入力', exact: true }).click();
    const towns = page.getByRole('combobox', { name: '（入力用）納入先住所' });
    await expect(towns.locator('option').filter({ hasText: '愛知県' }).first()).toBeAttached();
    await expect(towns.locator('option').filter({ hasText: '三重県' }).first()).toBeAttached();
    await field(page, '（入力用）納入先郵便番号(000-0000)').fill('1050011');
    await page.getByRole('button', { name: '住所自動入力', exact: true }).click();
    await expect(field(page, '（入力用）納入先住所')).toHaveValue('東京都港区芝公園');
    await field(page, '（入力用）番地・建物名').fill('1-2-3 別館');
    await page.getByRole('button', { name: '住所確定', exact: true }).click();
    await expect(field(page, '納入先郵便番号（登録情報）')).toHaveValue('105-0011');
    await expect(field(page, '納入先住所（登録情報）')).toHaveValue('東京都港区芝公園1-2-3 別館');
    await expect(field(page, '納入先住所は医療機関住所と同じ')).not.toBeChecked();
    await expect(field(page, '納入先施設名')).toHaveValue('芝公園病院');
  });

test('[M2.1-4] [M2.1-5] what the reception system sent is checked here; 「要」 asks for the vendor', async ({ as }) => {
  const page = await as('basic');
  await openEdit(page);
  const part = section(page, '医療機関情報（受付システム）');
  await expect(part.getByText('1310300015')).toBeVisible();
  await expect(shown(page, '都道府県')).toContainText('東京都');
  await expect(field(page, '郵便番号(000-0000)')).toHaveValue('105-0011');
  await expect(field(page, '町名')).toHaveValue(/^芝公園/);
  const representative = field(page, '代表者名');
  await expect(representative).toHaveAccessibleDescription(/承認が必要/);
  await expect(page.locator('label', { hasText: /^代表者名$/ })).toHaveCSS('text-decoration-line', 'underline');
  await field(page, '郵便番号(000-0000)').fill('060-0001');
  await field(page, '代行入力フラグ').selectOption('要');
  await save(page);
  await expect(page.getByText('港区の郵便番号を入力してください。').first()).toBeVisible();
  await expect(page.getByText('予約受付業者を選択してください。').first()).toBeVisible();
  await field(page, '郵便番号(000-0000)').fill('105-0011');
  await field(page, '予約受付業者').selectOption({ index: 1 });
  await save(page);
  await expectSaved(page);
  await expect(shown(page, '代行入力フラグ')).toContainText('要');
});

test('[M2.1-6] [M2.1-7] vaccines as 基本型 or サテライト型, and whether the maker shall explain', async ({ as }) => {
  const page = await as('basic');
  await openEdit(page);
  const role = page.getByLabel('コミナティ筋注 取扱ワクチン');
  await expect(role.locator('option')).toHaveText(['取り扱わない', '基本型', 'サテライト型']);
  await expect(role).toHaveValue('basic');
  await field(page, 'メーカーによる詳細説明の要否').selectOption('求める');
  await save(page);
  await expectSaved(page);
  await expect(shown(page, 'メーカーによる詳細説明の要否')).toContainText('求める');
  await openEdit(page);
  await page.getByLabel('COVID-19ワクチンモデルナ筋注 取扱ワクチン').selectOption('サテライト型');
  await save(page);
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('取扱ワクチン');
  await expect(dialog).toContainText('サテライト型');
  await dialog.getByRole('button', { name: 'キャンセル' }).click();
  await expect(page.getByLabel('COVID-19ワクチンモデルナ筋注 取扱ワクチン')).toHaveValue('satellite');
});

test('[M2.1-8-0] [M2.1-8-1] [M2.1-8-2] people in charge; a half-width space is corrected, none is an error', async ({
  as,
}) => {
  const page = await as('basic');
  await openEdit(page);
  for (const name of [
    'ワクチン接種の責任者等（医師）',
    'ワクチン保管管理の責任者等',
    '針・シリンジの保管管理の責任者等',
    'ドライアイス保管管理の責任者等',
    '保管等に関する土日祝日の連絡担当者',
  ])
    await expect(section(page, name)).toBeVisible();
  await field(page, '針・シリンジの保管管理の責任者の所属先').fill('用度課');
  await field(page, '針・シリンジの保管管理の責任者氏名（厚労 太郎）').fill('髙橋𠮷子');
  await save(page);
  await expect(page.getByText('姓と名の間に全角スペースを入れてください。').first()).toBeVisible();
  await field(page, '針・シリンジの保管管理の責任者氏名（厚労 太郎）').fill('髙橋 𠮷子');
  await save(page);
  await expectSaved(page);
  await expect(shown(page, '針・シリンジの保管管理の責任者氏名（厚労 太郎）')).toContainText('髙橋　𠮷子');
  await expect(shown(page, '針・シリンジの保管管理の責任者の所属先')).toContainText('用度課');

  const small = await as('satellite');
  await openEdit(small);
  await expect(section(small, 'ワクチン接種の責任者等（医師）')).toBeVisible();
  await expect(section(small, 'ワクチン保管管理の責任者等')).toHaveCount(0);
  await expect(section(small, 'ドライアイス保管管理の責任者等')).toHaveCount(0);
});

test('[M2.1-8-3] [M2.1-8-4] [M2.1-8-6] kana in hiragana, phones half-width, and what is required', async ({ as }) => {
  const page = await as('basic');
  await openEdit(page);
  const required = [
    'ワクチン接種の責任者（医師）氏名（厚労 太郎）',
    'ワクチン接種の責任者（医師）氏名（こうろう たろう）',
    'ワクチン接種の担当部署の電話番号',
    'ワクチンの保管管理の責任者の所属先',
    'ワクチンの保管管理の責任者氏名（厚労 太郎）',
    'ワクチンの保管管理の担当部署の電話番号',
  ];
  const former = new Map<string, string>();
  for (const label of required) {
    former.set(label, await field(page, label).inputValue());
    await expect(field(page, label)).toHaveAttribute('aria-required', 'true');
    await field(page, label).fill('');
  }
  await save(page);
  for (const label of required) await expect(page.getByText(`＊${label}を入力してください。`).first()).toBeVisible();
  for (const [label, value] of former) await field(page, label).fill(value);
  await field(page, 'ワクチン接種の責任者（医師）氏名（こうろう たろう）').fill('コウロウ タロウ');
  await field(page, 'ワクチン接種の担当部署の電話番号').fill('０３１２３４５６７８');
  await save(page);
  await expectSaved(page);
  await expect(shown(page, 'ワクチン接種の責任者（医師）氏名（こうろう たろう）')).toContainText('こうろう　たろう');
  await expect(shown(page, 'ワクチン接種の担当部署の電話番号')).toContainText('0312345678');
});

test('[M2.1-8-5] an address, or the check box that none is wished; the maker sees the address', async ({ as }) => {
  const page = await as('basic');
  await openEdit(page);
  const mail = field(page, 'ワクチン接種の担当部署のメールアドレス');
  await mail.fill('');
  await save(page);
  await expect(page.getByText('「メールアドレス登録を希望しない」にチェック').first()).toBeVisible();
  await field(page, 'メールアドレス登録を希望しない').check();
  await save(page);
  await expectSaved(page);
  await openEdit(page);
  await field(page, 'メールアドレス登録を希望しない').uncheck();
  await mail.fill('sesshu@shibakoen.example.jp');
  await save(page);
  await expectSaved(page);
  const maker = await as('manufacturer', { at: '/contacts?q=1310300015' });
  await expect(h1(maker)).toHaveText('情報提供先');
  await expect(maker.getByText('sesshu@shibakoen.example.jp')).toBeVisible();
  await expectAccessible(maker);
});

test('[M2.1-9-3] [M2.1-9-4] [M2.1-9-5] how to book and when: saved at once', async ({ as }) => {
  const page = await as('basic');
  await openEdit(page);
  const phone = field(page, '予約可否（電話番号）');
  const before = await phone.isChecked();
  await phone.setChecked(!before);
  await field(page, '予約可否（Web）').check();
  await field(page, '受付時間').fill('月〜土 9:00〜18:00');
  await save(page);
  await expectSaved(page);
  await expect(shown(page, '予約可否（電話番号）')).toContainText(before ? 'チェックなし' : 'チェックあり');
  await expect(shown(page, '予約可否（Web）')).toContainText('チェックあり');
  await expect(shown(page, '受付時間')).toContainText('月〜土 9:00〜18:00');
});

test('[M2.1-9-10] [M2.1-9-11] [M2.1-9-12] notices in three languages, with lines of their own', async ({ as }) => {
  const page = await as('basic');
  await openEdit(page);
  await field(page, '医療機関・接種会場からのお知らせ').fill('詳細はホームページをご覧ください。\n<b>');
  await field(page, '医療機関・接種会場からのお知らせ（やさしい日本語）').fill(
    '詳細（しょうさい）はホームページを見（み）てください。',
  );
  await field(page, '医療機関・接種会場からのお知らせ（英語）').fill('See our website.');
  await page
    .locator('.field', { has: field(page, '医療機関・接種会場からのお知らせ（やさしい日本語）') })
    .getByRole('button', { name: 'はてなマーク' })
    .click();
  await expect(page.getByText('漢字には（）で読み仮名をつけてください。').first()).toBeVisible();
  await save(page);
  await expectSaved(page);
  await expect(page.getByText('詳細はホームページをご覧ください。 <b>').first()).toBeVisible();
  await expect(page.getByText('See our website.').first()).toBeVisible();
});

test('[M2.1-9-7] [M2.1-9-8] [M2.1-9-9] hidden from the public site; kana as 正式名称（ふりがな）; the English name', async ({
  as,
}) => {
  const page = await as('basic');
  await openEdit(page);
  await field(page, 'コロナワクチンナビ非表示（ワクチン配送施設等の場合等）').check();
  await field(page, '医療機関・接種会場名（ふりがな）').fill('しばこうえんびょういん');
  await save(page);
  await expect(page.getByText('「港区病院（みなとくびょういん）」のように').first()).toBeVisible();
  await field(page, '医療機関・接種会場名（ふりがな）').fill('芝公園病院（シバコウエンホスピタル）');
  await field(page, '医療機関・接種会場名（英語）').fill('Shiba Park Hospital');
  await save(page);
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('芝公園病院（しばこうえんほすぴたる）');
  await expect(dialog).toContainText('Shiba Park Hospital');
  await expect(dialog).not.toContainText('コロナワクチンナビ非表示');
  await dialog.getByRole('button', { name: 'キャンセル' }).click();
  await field(page, '医療機関・接種会場名（ふりがな）').fill('芝公園病院（しばこうえんびょういん）');
  await field(page, '医療機関・接種会場名（英語）').fill('Shibakoen Hospital');
  await save(page);
  await expectSaved(page);
  await expect(shown(page, 'コロナワクチンナビ非表示（ワクチン配送施設等の場合等）')).toContainText('チェックあり');
});

test('[M1.8-1] 「編集」 stands on the list and on the page', async ({ as }) => {
  const page = await as('municipality');
  await page.getByRole('link', { name: '医療機関・接種会場', exact: true }).first().click();
  await expect(h1(page)).toHaveText('医療機関・接種会場');
  await page.getByLabel('名称・住所・コード').fill('ミタクリニック');
  await page.getByRole('button', { name: '絞り込む' }).click();
  await expectAccessible(page);
  await page.getByRole('link', { name: '編集 三田クリニック' }).click();
  await expect(h1(page)).toHaveText('医療機関・接種会場の編集 三田クリニック');
});

test('[M1.8-2] fields in place: pencil, double click, Enter, 「戻るマーク」, one 「保存」 for all, a lock', async ({
  as,
}) => {
  const page = await as('basic', { at: '/venue' });
  const saveAll = page.getByRole('button', { name: '保存', exact: true });
  await expect(saveAll).toBeHidden();
  await shown(page, 'ファクシミリ').dblclick();
  const fax = page.getByRole('textbox', { name: 'ファクシミリ', exact: true });
  await fax.fill('03-9999-8888');
  await page.getByRole('button', { name: '受付時間 鉛筆マーク' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: '受付時間', exact: true }).fill('毎日 10:00〜12:00');
  await page.getByRole('button', { name: '駐車場（例：10台） 鉛筆マーク' }).click();
  await page.getByRole('textbox', { name: '駐車場（例：10台）', exact: true }).fill('77');
  await page.getByRole('button', { name: '駐車場（例：10台） 戻るマーク' }).click();
  await expect(shown(page, '駐車場（例：10台）')).not.toContainText('77');
  await expect(page.getByText('納入先住所（登録情報） 鍵マーク')).toBeAttached();
  await saveAll.click();
  await expectSaved(page);
  await expect(shown(page, 'ファクシミリ')).toContainText('03-9999-8888');
  await expect(shown(page, '受付時間')).toContainText('毎日 10:00〜12:00');
  await expect(shown(page, '駐車場（例：10台）')).not.toContainText('77');
});

test('[M2.2-1] [M2.2-2] [M2.2-3] 「新規医師情報」, 「保存＆新規」, 「保存」, 「キャンセル」', async ({ as }) => {
  const page = await as('basic', { at: '/venue' });
  await page.getByRole('link', { name: '新規医師情報', exact: true }).click();
  await expect(h1(page)).toHaveText('医師情報の編集 新規医師情報');
  await expect(section(page, '取扱ワクチン（医師個人）').getByRole('checkbox')).not.toHaveCount(0);
  await field(page, '（医師）氏名（厚労 太郎）').fill('厚労太郎');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(
    page.getByText('（医師）氏名（厚労 太郎）は姓と名の間に全角スペースを入れてください。').first(),
  ).toBeVisible();
  await expect(page.getByText('（医師）氏名（こうろう たろう）を入力してください。').first()).toBeVisible();
  await field(page, '（医師）氏名（厚労 太郎）').fill('厚労 太郎');
  await field(page, '（医師）氏名（こうろう たろう）').fill('コウロウ　タロウ');
  await field(page, '電話番号').fill('09012345678');
  await field(page, 'メールアドレス').fill('taro@example.jp');
  await page.getByRole('checkbox', { name: 'ファイザー' }).check();
  await expectAccessible(page);
  await page.getByRole('button', { name: '保存＆新規', exact: true }).click();
  await expect(page.getByText('厚労　太郎の医師情報を保存しました。')).toBeVisible();
  await expect(field(page, '（医師）氏名（厚労 太郎）')).toHaveValue('');
  await field(page, '（医師）氏名（厚労 太郎）').fill('厚労　花子');
  await field(page, '（医師）氏名（こうろう たろう）').fill('こうろう　はなこ');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  const doctors = section(page, '医師情報').last();
  await expect(doctors.getByText('厚労　太郎')).toBeVisible();
  await expect(doctors.getByText('こうろう　たろう')).toBeVisible();
  await expect(doctors.getByText('厚労　花子')).toBeVisible();
  await page.getByRole('link', { name: '新規医師情報', exact: true }).click();
  await field(page, '（医師）氏名（厚労 太郎）').fill('消える　医師');
  page.once('dialog', (dialog) => dialog.accept());
  await page.getByRole('link', { name: 'キャンセル', exact: true }).click();
  await expect(h1(page)).toHaveText('医療機関・接種会場 芝公園病院');
  await expect(page.getByText('消える　医師')).toHaveCount(0);

  await page.getByRole('link', { name: '編集 厚労　花子' }).click();
  await page.getByRole('button', { name: '一覧から外す' }).click();
  const asked = page.getByRole('dialog', { name: 'この医師を一覧から外しますか' });
  await expect(asked).toContainText('厚労　花子');
  await asked.getByRole('button', { name: 'OK' }).click();
  await expect(doctors.getByText('厚労　花子')).toHaveCount(0);
  await expect(doctors.getByText('厚労　太郎')).toBeVisible();
  await expect(page.getByText('一覧から外しました').first()).toBeVisible();
});

test('[M2.3-1] 「編集」 in a doctor’s row → 「医師情報の編集 [医師名]」 → 「保存」', async ({ as }) => {
  const page = await as('basic', { at: '/venue' });
  const row = section(page, '医師情報').last().getByRole('row').nth(1);
  const name = (await row.getByRole('rowheader').innerText()).trim();
  await row.getByRole('link', { name: `編集 ${name}` }).click();
  await expect(h1(page)).toHaveText(`医師情報の編集 ${name}`);
  await field(page, '電話番号').fill('03-5555-0000');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByText('医師情報を保存しました。')).toBeVisible();
  await expect(section(page, '医師情報').last()).toContainText('03-5555-0000');
});

test('[M2.2-0] without a doctor 「ホーム」 and the venue’s page say that no vaccine comes, until one is registered', async ({
  visitor,
  world,
}) => {
  const page = await visitor();
  const mail = (await world.mailbox('newcomer')).at(-1);
  await page.goto(/\/first-login\?token=\S+/.exec(mail?.text ?? '')?.[0] ?? '/');
  await expect(h1(page)).toHaveText('ログインユーザ初期設定');
  await expect.poll(() => world.lastCode('newcomer')).toMatch(/^\d{6}$/);
  await field(page, '確認コード').fill(await world.lastCode('newcomer'));
  await page.getByRole('button', { name: '検証', exact: true }).click();
  await field(page, '新しいパスワード').fill('Takanawa-2021');
  await field(page, '新しいパスワードの確認').fill('Takanawa-2021');
  await field(page, 'セキュリティの質問').selectOption({ index: 1 });
  await field(page, '回答').fill('さくら');
  await page.getByRole('button', { name: 'パスワードを変更', exact: true }).click();
  await page.getByRole('checkbox', { name: '同意する' }).check();
  await page.getByRole('button', { name: '次へ', exact: true }).click();
  await expect(h1(page)).toHaveText('医療機関・接種会場 高輪みなと病院');
  const missing = page.getByText('医師情報が登録されていないと、市町村からワクチンの提供を受けることができません。');
  await expect(missing).toBeVisible();
  await page.goto('/');
  await expect(missing).toBeVisible();
  await page.goto('/venue');
  await page.getByRole('link', { name: '新規医師情報', exact: true }).click();
  await field(page, '（医師）氏名（厚労 太郎）').fill('高輪　太郎');
  await field(page, '（医師）氏名（こうろう たろう）').fill('たかなわ　たろう');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.getByText('医師情報を保存しました。')).toBeVisible();
  await expect(missing).toHaveCount(0);
  await page.goto('/');
  await expect(missing).toHaveCount(0);
});
