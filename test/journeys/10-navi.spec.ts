import { expect, expectAccessible, type Page, signIn, test } from '../support/journey.ts';

const card = (page: Page, name: string | RegExp) => page.getByRole('article', { name });

test('[S20] 都道府県 → 市区町村 → the venues as cards', async ({ visitor }) => {
  const page = await visitor();
  await page.goto('/navi');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('接種会場を探す');
  await page.getByRole('region', { name: '都道府県から選ぶ' }).getByRole('link', { name: '東京都' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('東京都の市区町村');
  await page.getByRole('link', { name: '港区', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('東京都港区の接種会場');
  await expect(card(page, /芝公園病院/)).toBeVisible();
});

test('[S20] the map leads to a prefecture, by mouse and by keyboard', async ({ visitor }) => {
  const page = await visitor();
  await page.goto('/navi');
  const map = page.getByRole('navigation', { name: '日本の地図（都道府県）' });
  await expect(map.getByRole('link')).toHaveCount(47);
  await map.getByRole('link', { name: '沖縄県' }).click();
  await expect(page).toHaveURL(/\/navi\/47$/);
  await page.goBack();
  await map.getByRole('link', { name: '北海道' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/navi\/01$/);
});

test('[S20] the keyword box finds by name, kana, address and postal code, and forgives a slip', async ({ visitor }) => {
  const page = await visitor();
  for (const typed of [
    '芝公園病院',
    'しばこうえん',
    'シバコウエン',
    '港区芝公園',
    '105-0011',
    '１０５００１１',
    'しばこえんびょういん',
  ]) {
    await page.goto('/navi');
    await page.getByRole('searchbox', { name: '施設名・住所・郵便番号' }).fill(typed);
    await page.getByRole('button', { name: '探す', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('接種会場の検索結果');
    await expect(card(page, /芝公園病院/), typed).toBeVisible();
  }
  await expect(page.getByRole('status')).toContainText('よく似た会場');
  await expectAccessible(page);
  await page.goto('/navi/search?q=498-0000');
  await page.getByRole('link', { name: '愛知県弥富市' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('愛知県弥富市の接種会場');
  await page.goto('/navi/search?q=%E3%81%AA%E3%81%84%E3%81%AA%E3%81%84zzz');
  await expect(page.getByRole('status')).toContainText('見つかりませんでした');
});

test('[S20] filters: only bookable, only 一般受入, one vaccine; they stand in the address', async ({ visitor }) => {
  const page = await visitor({ javaScriptEnabled: false });
  await page.goto('/navi/131032');
  const all = await page.getByRole('article').count();
  await page.getByText('条件をつけて探す').click();
  await page.getByRole('checkbox', { name: '予約できる会場だけ' }).check();
  await page.getByRole('button', { name: 'この条件で探す' }).click();
  await expect(page).toHaveURL(/bookable=1/);
  const bookable = await page.getByRole('article').count();
  expect(bookable).toBeGreaterThan(0);
  expect(bookable).toBeLessThan(all);
  for (const text of await page.getByRole('article').allInnerTexts())
    expect(text).toMatch(/予約可能|残り少数|予約不要/);
  await page.getByRole('checkbox', { name: '誰でも行ける会場だけ（一般受入）' }).check();
  await page.getByRole('combobox', { name: 'ワクチン' }).selectOption({ label: 'ファイザー' });
  await page.getByRole('button', { name: 'この条件で探す' }).click();
  await expect(page).toHaveURL(/bookable=1&anyone=1&vaccine=pfizer/);
  expect(await page.getByRole('article').count()).toBeLessThanOrEqual(bookable);
  await page.getByRole('link', { name: '条件をクリア' }).click();
  await expect(page.getByRole('article')).toHaveCount(all);
});

test('[S20] a long list is turned page by page', async ({ visitor }) => {
  const page = await visitor();
  await page.goto('/navi/141003');
  const names = new Set<string>();
  for (;;) {
    for (const name of await page.getByRole('article').getByRole('heading').allInnerTexts()) names.add(name);
    const next = page.getByRole('link', { name: '次へ' });
    if (!(await next.isVisible())) break;
    await next.click();
  }
  const total = /(\d+)か所のうち/.exec(await page.getByText(/か所のうち/).innerText())?.[1];
  expect(names.size).toBe(Number(total));
});

test('[S21] a venue: name, kana, address, phone, how and when to book, vaccines, mark with its date', async ({
  visitor,
}) => {
  const page = await visitor();
  await page.goto('/navi/131032');
  await page.getByRole('link', { name: '詳しく見る 芝公園病院' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('芝公園病院');
  await expect(page.getByText('しばこうえんびょういん')).toBeVisible();
  const facts = page.getByRole('region', { name: '会場の情報' });
  await expect(facts).toContainText('〒105-0011');
  await expect(facts).toContainText('東京都港区芝公園9-91-1');
  await expect(facts.getByRole('link', { name: /^[\d-]+$/ })).toHaveAttribute('href', /^tel:0\d{9,10}$/);
  await expect(facts).toContainText('ファイザー');
  await expect(page.getByRole('heading', { name: '予約の方法' })).toBeVisible();
  const data = await page.locator('script[type="application/ld+json"]').innerText();
  expect(JSON.parse(data)).toMatchObject({ '@type': 'MedicalClinic', name: '芝公園病院' });
});

test('[S21] what the venue says of itself on its page is public, and hidden it is nowhere', async ({ as, visitor }) => {
  const basic = await as('basic');
  const site = await visitor();
  await basic.goto('/venue/edit');
  await basic.getByLabel('駐車場', { exact: false }).first().fill('12');
  await basic.getByLabel('医療機関・接種会場からのお知らせ', { exact: true }).fill('正面玄関からお入りください。');
  await basic.getByRole('button', { name: '申請・保存' }).click();
  await expect(basic).not.toHaveURL(/edit$/);
  await expect(async () => {
    await site.goto('/navi/venues/1310300015');
    await expect(site.getByText('正面玄関からお入りください。')).toBeVisible({ timeout: 200 });
  }).toPass({ timeout: 5_000 });
  await expect(site.getByRole('region', { name: '会場の情報' })).toContainText('12台');

  const hide = async (hidden: boolean): Promise<void> => {
    await basic.goto('/venue/edit');
    await basic.getByLabel('コロナワクチンナビ非表示').setChecked(hidden);
    await basic.getByRole('button', { name: '申請・保存' }).click();
    await expect(basic).not.toHaveURL(/edit$/);
    await expect(async () => {
      expect((await site.goto('/navi/venues/1310300015'))?.status()).toBe(hidden ? 404 : 200);
    }).toPass({ timeout: 5_000 });
  };
  await hide(true);
  for (const path of ['/navi/131032', '/navi/search?q=%E3%81%97%E3%81%B0%E3%81%93%E3%81%86%E3%81%88%E3%82%93']) {
    await expect(async () => {
      await site.goto(path);
      await expect(card(site, /芝公園病院/)).toHaveCount(0, { timeout: 200 });
    }).toPass({ timeout: 5_000 });
  }
  await hide(false);
  // The list is another kept page than the venue's own: it follows at the next look at the versions.
  await expect(async () => {
    await site.goto('/navi/131032');
    await expect(card(site, /芝公園病院/)).toBeVisible({ timeout: 200 });
  }).toPass({ timeout: 5_000 });
});

test('[S22] the switch keeps the page, its filters and its place, and all text is in the language', async ({
  visitor,
}) => {
  const page = await visitor();
  await page.goto('/navi/131032?bookable=1');
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL(/\/navi\/en\/131032\?bookable=1$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vaccination sites in Minato-ku, Tokyo');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.getByRole('link', { name: 'やさしい日本語' }).click();
  await expect(page).toHaveURL(/\/navi\/easy\/131032\?bookable=1$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('注射（ちゅうしゃ）の 場所（ばしょ）');
  await page.getByRole('link', { name: '日本語', exact: true }).click();
  await expect(page).toHaveURL(/\/navi\/131032\?bookable=1$/);
});

test('[S22] on English pages only text marked as Japanese is Japanese', async ({ visitor }) => {
  const page = await visitor();
  for (const path of [
    '',
    '/13',
    '/131032',
    '/131032/print',
    '/venues/1310300015',
    '/search?q=zzz',
    '/accessibility',
    '/faq',
    '/open-data',
  ]) {
    await page.goto(`/navi/en${path}`);
    const unmarked = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = node.textContent ?? '';
        const element = node.parentElement;
        if (
          /[ぁ-んァ-ヶ一-龠]/.test(text) &&
          !element?.closest('script') &&
          element?.closest('[lang]')?.getAttribute('lang') !== 'ja'
        )
          found.push(text);
      }
      return found;
    });
    expect(unmarked, path).toEqual([]);
  }
});

for (const [language, prefix] of [
  ['日本語', '/navi'],
  ['やさしい日本語', '/navi/easy'],
  ['English', '/navi/en'],
] as const) {
  test(`[S22] ${language}: every kind of page is accessible, at 320 px and at 200 % too`, async ({ visitor }) => {
    test.slow();
    const page = await visitor();
    for (const path of [
      '',
      '/13',
      '/131032',
      '/131032/print',
      '/venues/1310300015',
      '/venues/1310300015/report',
      '/search?q=zzzz',
      '/search?q=105-0011',
      '/accessibility',
      '/faq',
      '/open-data',
      '/999999',
    ]) {
      await page.goto(`${prefix}${path}`);
      await expectAccessible(page);
      // 200 %: half of 1280 in each direction, as browsers zoom.
      await page.setViewportSize({ width: 640, height: 450 });
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wide, path).toBeLessThanOrEqual(0);
      await page.setViewportSize({ width: 1280, height: 900 });
    }
  });
}

test('[S23] without login, cookies and script; the browser asks again and is told that nothing changed', async ({
  visitor,
  world,
}) => {
  const page = await visitor({ javaScriptEnabled: false });
  for (const path of ['/navi', '/navi/13', '/navi/131032', '/navi/venues/1310300015', '/navi/search?q=105-0011']) {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(200);
    expect(answer?.headers()['cache-control']).toBe('public, max-age=0, must-revalidate');
    expect(answer?.headers()['cdn-cache-control']).toBe('max-age=5, stale-while-revalidate=60, stale-if-error=86400');
  }
  expect(await page.context().cookies()).toEqual([]);
  const first = await fetch(`${world.url}/navi/131032`);
  const again = await fetch(`${world.url}/navi/131032`, {
    headers: { 'if-none-match': first.headers.get('etag') ?? '' },
  });
  expect([again.status, await again.text()]).toEqual([304, '']);
});

test('[S23] a person gets from the first page to a venue by keyboard alone', async ({ visitor }) => {
  const page = await visitor();
  await page.goto('/navi');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '本文へ移動' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('芝公園病院');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('接種会場の検索結果');
  const more = page.getByRole('link', { name: '詳しく見る 芝公園病院' });
  for (let tabs = 0; tabs < 30 && !(await more.evaluate((link) => link === document.activeElement)); tabs += 1)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('芝公園病院');
});

test('[S24] open data as CSV, NDJSON and JSON with OpenAPI, the licence stated', async ({ visitor, world }) => {
  const page = await visitor();
  await page.goto('/navi');
  await page.getByRole('link', { name: 'オープンデータ' }).click();
  await expect(page.getByRole('link', { name: 'CC BY 4.0' })).toBeVisible();
  await expect(page.getByRole('heading', { name: '変更の記録' })).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'CSV 接種会場' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('venues.csv');
  const csv = await (await fetch(`${world.url}/api/v1/venues.csv?municipality=131032`)).text();
  const ndjson = await (await fetch(`${world.url}/api/v1/venues.ndjson?municipality=131032`)).text();
  const lines = ndjson
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { code: string; name: string });
  expect(lines.find(({ code }) => code === '1310300015')?.name).toBe('芝公園病院');
  expect(csv).toContain('1310300015,芝公園病院');
  const codes: string[] = [];
  let next: string | null = `${world.url}/api/v1/booking-marks?municipality=131032&limit=5`;
  while (next) {
    const part: { items: { code: string }[]; next: string | null } = await (await fetch(next)).json();
    codes.push(...part.items.map(({ code }) => code));
    next = part.next;
  }
  expect(codes).toEqual(lines.map(({ code }) => code));
  const api = await (
    await fetch(`${world.url}/api/v1/openapi.json`, { headers: { origin: 'https://example.com' } })
  ).json();
  expect(Object.keys(api.paths)).toEqual(
    expect.arrayContaining(['/api/v1/venues', '/api/v1/booking-marks.ndjson', '/api/v1/doses']),
  );
  const [doses] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'CSV 接種回数' }).click(),
  ]);
  const file = await (await fetch(`${world.url}/api/v1/${doses.suggestedFilename()}?prefecture=13`)).text();
  expect(file).toMatch(/^date,prefectureCode,.*doses\r\n2021-04-\d\d,13,東京都,pfizer,/);
});

test('[S25] a mark not updated for eight days is 要確認, and the venue is reminded', async ({ as, visitor, world }) => {
  // Moving the clock over a week lets every room do what became due.
  test.slow();
  const basic = await as('basic');
  await basic.getByRole('radio', { name: '予約可能 ○' }).check();
  await basic.getByRole('button', { name: '更新', exact: true }).click();
  await expect(basic.getByRole('heading', { level: 1 })).toHaveText('更新完了');
  const site = await visitor();
  await site.goto('/navi/131032');
  await expect(card(site, /芝公園病院/).getByText('要確認')).toHaveCount(0);
  await world.moveClock('2021-05-04T09:05:00+09:00');
  await site.reload();
  await expect(card(site, /芝公園病院/).getByText('要確認')).toBeVisible();
  await expect
    .poll(async () => (await world.mailbox('basic')).map(({ subject }) => subject))
    .toContain('【V-SYS】接種予約受付状況を確認してください');
  const again = await visitor();
  await signIn(again, world, 'basic');
  await again.goto('/notices');
  await expect(again.getByRole('link', { name: '接種予約受付状況を確認してください' })).toBeVisible();
});

test('[S25] 「情報の誤りを知らせる」 goes to the municipality, without anything about who sent it', async ({
  as,
  visitor,
  world,
}) => {
  const site = await visitor({ javaScriptEnabled: false });
  await site.goto('/navi/venues/1310300015');
  await site.getByRole('link', { name: '情報の誤りを知らせる' }).click();
  await site.getByRole('button', { name: '知らせる', exact: true }).click();
  await expect(site.getByText('＊どこが違うかを選んでください。')).toBeVisible();
  await site.getByRole('radio', { name: '電話番号が違う・つながらない' }).check();
  await site.getByLabel('正しい内容など（任意）').fill('診察中はつながりません');
  await site.getByRole('button', { name: '知らせる', exact: true }).click();
  await expect(site.getByRole('heading', { level: 1 })).toHaveText('お知らせいただき、ありがとうございました');
  expect(await site.context().cookies()).toEqual([]);

  await expect
    .poll(async () => (await world.mailbox('municipality')).map(({ subject }) => subject))
    .toContain('【V-SYS】コロナワクチンナビの情報に誤りがあるとの報告がありました');
  const office = await as('municipality', { at: '/navi-reports' });
  const row = office.getByRole('row', { name: /芝公園病院/ });
  await expect(row).toContainText('診察中はつながりません');
  await expectAccessible(office);
  await row.getByRole('button', { name: '対応済みにする' }).click();
  await expect(office.getByRole('row', { name: /芝公園病院/ })).toContainText('対応済み 2021/');
});

test('[S25] the report in English comes back with what is missing, and too many are refused', async ({ visitor }) => {
  const page = await visitor();
  await page.goto('/navi/en/venues/1310300023/report');
  await page.getByLabel('What is right (optional)').fill('Closed on Mondays');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('alert')).toContainText('Not sent yet');
  await expect(page.getByLabel('What is right (optional)')).toHaveValue('Closed on Mondays');
  await expectAccessible(page);
  for (let sent = 0; sent < 6; sent += 1) {
    await page.goto('/navi/en/venues/1310300023/report');
    await page.getByRole('radio', { name: 'The hours are wrong' }).check();
    await page.getByRole('button', { name: 'Send' }).click();
  }
  await expect(page.getByRole('alert')).toContainText('Too many reports');
});
