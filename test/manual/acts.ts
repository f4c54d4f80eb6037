/** What steps are made of: finding by the words on the screen, pressing, filling in. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Account } from '../support/journey.ts';
import type { Act, Find, Kit, Part, Step } from './model.ts';

/** A button or a link by its words. */
export const named =
  (name: string | RegExp): Find =>
  (page) => {
    const exact = typeof name === 'string';
    return page.getByRole('button', { name, exact }).or(page.getByRole('link', { name, exact })).first();
  };
/** The same inside the open dialog. */
export const inDialog =
  (name: string): Find =>
  (page) =>
    page.getByRole('dialog').getByRole('button', { name, exact: true });
/** A button of 「メニュー」 on 「ホーム」. */
export const menu =
  (name: string): Find =>
  (page) =>
    page.getByRole('region', { name: 'メニュー' }).getByRole('link', { name, exact: true });
/** The button with the own name, at the top right. */
export const ownName: Find = (page) => page.locator('summary').filter({ hasText: /様/ });
export const labelled =
  (label: string): Find =>
  (page) =>
    page.getByLabel(label, { exact: true });
export const region =
  (name: string | RegExp): Find =>
  (page) =>
    page.getByRole('region', { name, exact: typeof name === 'string' }).first();
export const column =
  (name: string): Find =>
  (page) =>
    page.getByRole('columnheader', { name, exact: true });

export const click =
  (find: Find): Act =>
  (page) =>
    find(page).click();
/** Types, chooses or checks, by label. */
export const fill =
  (values: Readonly<Record<string, string | boolean>>): Act =>
  async (page) => {
    for (const [label, value] of Object.entries(values)) await fillOne(page.getByLabel(label, { exact: true }), value);
  };
const fillOne = async (at: Locator, value: string | boolean): Promise<void> => {
  if (typeof value === 'boolean') return at.setChecked(value);
  const kind = await at.evaluate((element) => `${element.tagName} ${(element as HTMLInputElement).type}`);
  if (kind.startsWith('SELECT')) await at.selectOption({ label: value });
  else if (kind.endsWith('radio')) await at.check();
  else await at.fill(value);
};
/** A CSV file of these lines. */
export const chooseFile =
  (label: string, name: string, lines: readonly string[]): Act =>
  (page) =>
    page
      .getByLabel(label, { exact: true })
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\r\n')}\r\n`) });
/** One after the other. */
export const all =
  (...acts: readonly Act[]): Act =>
  async (page, kit) => {
    for (const act of acts) await act(page, kit);
  };

type More = Omit<Step, 'title' | 'ring'> & { readonly title?: string; readonly find?: Find };
/** 「…」ボタンを押します。 */
export const press = (name: string, { find = named(name), title, ...more }: More = {}): Step => ({
  title: title ?? `「${name}」ボタンを押します。`,
  ring: find,
  act: click(find),
  ...more,
});
/** A button of the confirmation that stands over the page. */
export const answer = (name: string, more: More = {}): Step => press(name, { find: inDialog(name), ...more });

/** A line 3-1 with the fields it speaks of ringed. */
export const part = (text: string, ring?: Part['ring'], more: Omit<Part, 'text' | 'ring'> = {}): Part => ({
  text,
  ring,
  ...more,
});

export const home =
  (account: Account): ((kit: Kit) => Promise<Page>) =>
  (kit) =>
    kit.as(account);
export const at =
  (account: Account, path: string): ((kit: Kit) => Promise<Page>) =>
  async (kit) => {
    const page = await kit.as(account);
    await page.goto(path);
    return page;
  };
/** The path of the first URL in the newest mail of this subject. */
export const pathInMail = async ({ world }: Kit, to: Account | string, subject: string): Promise<string> => {
  const find = async () => (await world.mailbox(to)).find((mail) => mail.subject.startsWith(subject))?.text;
  await expect.poll(find, `a mail 「${subject}」`).toBeDefined();
  const url = new URL(/https?:\/\/\S+/.exec((await find()) ?? '')?.[0] ?? '');
  return url.pathname + url.search;
};
const codeSubject = '【V-SYS】確認コード';
/** The line of a step that takes the code out of its mail. */
export const readCode = (to: Account | string, text: string): Part =>
  part(text, undefined, { mail: { to, subject: codeSubject, mark: 'code' } });
const typed = new Set<string>();
/** Types the code of the mail that comes after those of before. */
export const typeCode =
  (to: Account | string): Act =>
  async (page, { world }) => {
    const code = async () => [await world.lastCode(to)].find((found) => found && !typed.has(`${to} ${found}`)) ?? '';
    await expect.poll(code, `a code for ${to}`).toMatch(/^\d{6}$/);
    const found = await code();
    typed.add(`${to} ${found}`);
    await page.getByLabel('確認コード', { exact: true }).fill(found);
  };
