/** What others do behind the scenes of a walk, as they would on their screens. */
import { expect, type Page } from '@playwright/test';
import type { Account } from '../support/journey.ts';
import type { Kit } from './model.ts';

const h1 = (page: Page) => page.getByRole('heading', { level: 1 });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const type = (page: Page, name: string, value: string) => page.getByRole('textbox', { name, exact: true }).fill(value);
const ok = (page: Page) => page.getByRole('dialog').getByRole('button', { name: 'OK', exact: true }).click();

const register = async (page: Page): Promise<void> => {
  await press(page, '登録');
  while ((await h1(page).textContent()) !== '登録完了') await ok(page);
  await page.close();
};
/** 芝公園病院 asks for so many boxes of 第5クール. */
export const requestBoxes = async ({ as }: Kit, boxes: string, storage = 'ドライアイス'): Promise<void> => {
  const page = await as('basic');
  await page.goto('/reports');
  await type(page, '納入希望量登録', boxes);
  await page.getByRole('radio', { name: storage }).check();
  await register(page);
};
/** 芝公園病院 reports so many first doses of 医療従事者. */
export const reportDoses = async ({ as }: Kit, doses: string): Promise<void> => {
  const page = await as('basic');
  await page.goto('/reports');
  await type(page, '医療従事者 1回目', doses);
  await register(page);
};
const fixSheet = async (page: Page, word: string): Promise<void> => {
  await press(page, word);
  await ok(page);
  await expect(h1(page)).toHaveText('分配確定完了');
  await page.close();
};
export const allocateToPrefectures = async ({ as }: Kit, boxes: string): Promise<void> => {
  const page = await as('ministry');
  await page.goto('/allocations/national/5');
  await type(page, '東京都 基本計画枠', boxes);
  await fixSheet(page, '確定');
};
export const allocateToMunicipalities = async ({ as }: Kit, boxes: string): Promise<void> => {
  const page = await as('prefecture');
  await page.goto('/allocations/prefectural/5');
  await type(page, '港区 基本計画枠', boxes);
  await fixSheet(page, '確定');
};
const distributeToVenues = async ({ as }: Kit, boxes: string): Promise<void> => {
  const page = await as('municipality');
  await page.goto('/allocations/municipal/5');
  await type(page, '芝公園病院 分配量', boxes);
  await fixSheet(page, '分配確定');
};
/** From the request of a venue to 分配確定 in 第5クール. */
export const allocateAll = async (kit: Kit): Promise<void> => {
  await requestBoxes(kit, '2');
  await allocateToPrefectures(kit, '600');
  await allocateToMunicipalities(kit, '10');
  await distributeToVenues(kit, '2');
};

const items = [
  'コミナティ筋注',
  '接種用＋希釈用針（100本/箱）',
  '接種用シリンジ（100本/箱）',
  '希釈用シリンジ（100本/箱）',
];

/** The maker enters ship day, exchange days and lots. */
export const ship = async ({ as }: Kit): Promise<void> => {
  const page = await as('manufacturer');
  await page.goto('/shipments?cycle=5');
  await page.getByRole('link', { name: '編集 芝公園病院', exact: true }).click();
  for (const [label, day] of [
    ['製薬メーカー出荷日', '2021/05/09'],
    ['次回交換期日', '2021/05/14'],
    ['次々回交換期日', '2021/05/19'],
  ] as const)
    await page.getByLabel(label, { exact: true }).fill(day);
  await type(page, 'ロット番号 1行目', 'EY5420');
  await type(page, '有効期限 1行目', '2021/09/30');
  await type(page, 'バイアル数 1行目', '390');
  await press(page, '登録');
  await expect(page.getByText('登録し、施設に知らせました。')).toBeVisible();
  await page.close();
};
/** The wholesaler enters the days of delivery. */
export const planDelivery = async ({ as }: Kit): Promise<void> => {
  const page = await as('wholesaler');
  await page.goto('/deliveries?cycle=5');
  for (const item of items) await type(page, `芝公園病院 ${item} 納入予定日`, '2021/05/10');
  await press(page, '登録');
  await expect(page.getByRole('status').filter({ hasText: '知らせました' }).first()).toBeVisible();
  await page.close();
};
/** The wholesaler says that all has been delivered. */
export const deliver = async ({ as }: Kit): Promise<void> => {
  const page = await as('wholesaler');
  await page.goto('/deliveries?cycle=5');
  for (const item of items) await page.getByRole('checkbox', { name: `芝公園病院 ${item} 選択`, exact: true }).check();
  await press(page, '選んだ行を納入済みにする');
  await ok(page);
  await expect(page.getByText('4件を登録し、1施設に知らせました。')).toBeVisible();
  await page.close();
};
/** 芝公園病院 asks its municipality to approve another phone number. */
export const applyForPhone = async ({ as }: Kit): Promise<void> => {
  const page = await as('basic');
  await page.goto('/venue/edit');
  await page.getByLabel('電話番号', { exact: true }).fill('03-0111-2222');
  await press(page, '申請・保存');
  await ok(page);
  await expect(h1(page)).toHaveText('申請完了');
  await page.close();
};
/** Somebody new at the office of this account gets an invitation, from those who may send it. */
export const inviteColleague = async ({ as }: Kit, account: Account, email: string): Promise<void> => {
  const own = await as(account);
  const office = (await own.locator('.organisation').innerText()).trim();
  await own.close();
  const page = await as(account === 'ministry' ? 'ministry' : 'desk');
  const kind = account === 'desk' || account === 'ministry' ? account : null;
  await page.goto(`/organisations?${new URLSearchParams({ q: office, ...(kind && { kind }) })}`);
  await page.getByRole('main').getByRole('link', { name: office, exact: true }).first().click();
  await page.getByLabel('姓', { exact: true }).fill('新任');
  await page.getByLabel('名', { exact: true }).fill('葵');
  await page.getByLabel('メールアドレス', { exact: true }).fill(email);
  await press(page, '招待する');
  await expect(page.getByText(email).first()).toBeVisible();
  await page.close();
};
