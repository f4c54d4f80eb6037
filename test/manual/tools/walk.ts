/** Walks the steps of one section in the browser and takes its pictures. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { anchorOf, type Find, type Kit, type MailStep, type Section, type Step, sectionHeading } from '../model.ts';
import { type Picture, photograph, type Ring } from './camera.ts';
import { showMail } from './mail-card.ts';

/** A picture of a step: `after` is the part it follows, or null where it belongs to the whole step. */
export type Taken = {
  readonly step: number;
  readonly after: number | null;
  readonly file: string;
  readonly width: number;
  readonly height: number;
  readonly page: string;
  readonly labels: readonly string[];
};

/** More than this between the first and the last ring, px, and the parts of a step get a picture each. */
const tallest = 560;

/** Beside nothing, so that no other part shares its picture. */
const nowhere = { top: Number.NEGATIVE_INFINITY, bottom: Number.POSITIVE_INFINITY };

type Group = { readonly after: number | null; readonly rings: readonly Ring[]; readonly mail?: MailStep };

const top = async ({ at }: Ring): Promise<{ top: number; bottom: number }> =>
  at.evaluate((element) => {
    const box = element.getBoundingClientRect();
    return { top: box.top + scrollY, bottom: box.bottom + scrollY };
  });

const findsOf = (ring: Step['ring']): readonly Find[] =>
  ring === undefined ? [] : typeof ring === 'function' ? [ring] : ring;

/** The rings of a step's parts, as many together as one picture holds. */
const groupsOfParts = async (page: Page, number: number, step: Step): Promise<Group[]> => {
  const groups: { after: number; rings: Ring[]; mail?: MailStep; top: number; bottom: number }[] = [];
  for (const [at, part] of (step.parts ?? []).entries()) {
    const label = part.label ?? `${number}-${at + 1}`;
    if (part.mail)
      groups.push({ after: at, rings: [{ at: page.locator('body'), label }], mail: part.mail, ...nowhere });
    for (const find of findsOf(part.ring)) {
      const ring = { at: find(page), label };
      const place = await top(ring);
      const last = groups.at(-1);
      const [high, low] = [Math.min(last?.top ?? place.top, place.top), Math.max(last?.bottom ?? 0, place.bottom)];
      if (last && (step.together || low - high <= tallest))
        Object.assign(last, { after: at, top: high, bottom: low, rings: [...last.rings, ring] });
      else groups.push({ after: at, rings: [ring], ...place });
    }
  }
  return groups;
};

const groupsOf = async (page: Page, number: number, step: Step): Promise<Group[]> => {
  const label = String(number);
  if (step.mail) return [{ after: null, rings: [{ at: page.locator('body'), label }], mail: step.mail }];
  if (!step.ring) return groupsOfParts(page, number, step);
  return [{ after: null, rings: findsOf(step.ring).map((find) => ({ at: find(page), label })) }];
};

const nameOf = async (page: Page): Promise<string> => {
  const h1 = page.getByRole('heading', { level: 1 });
  return (await h1.count()) > 0 ? (await h1.first().innerText()).trim() : '';
};

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** 「医療機関・接種会場 [名称]」 as a pattern. */
const pattern = (shows: string): RegExp =>
  new RegExp(
    `^\\s*${shows
      .split(/\[[^\]]+\]/)
      .map(escaped)
      .join('.+')}\\s*$`,
  );

const takeMail = async (kit: Kit, label: string, { to, subject, mark }: MailStep): Promise<Picture> => {
  const find = async () => (await kit.world.mailbox(to)).find((mail) => mail.subject.startsWith(subject));
  await expect.poll(find, `a mail 「${subject}」 to ${to}`).toBeDefined();
  const mail = await find();
  if (!mail) throw new Error(`no mail 「${subject}」`);
  const page = await kit.visitor();
  const place = await showMail(page, mail, mark);
  const picture = await photograph(page, [{ at: place, label }]);
  await page.close();
  return picture;
};

type Place = { readonly folder: string; readonly section: Section; readonly taken: Taken[] };
const keep = (place: Place, picture: Picture, rest: Omit<Taken, 'file' | 'width' | 'height'>): void => {
  const count = place.taken.filter(({ step }) => step === rest.step).length;
  const file = `${anchorOf(place.section).slice(2)}-${rest.step}${count > 0 ? String.fromCharCode(97 + count) : ''}.png`;
  writeFileSync(join(place.folder, file), picture.png);
  place.taken.push({ ...rest, file, width: picture.width, height: picture.height });
};

const takeStep = async (place: Place, kit: Kit, page: Page, number: number, step: Step): Promise<void> => {
  await step.ready?.(page, kit);
  const groups = await groupsOf(page, number, step);
  if (groups.length === 0) throw new Error(`no picture of step ${number} of ${sectionHeading(place.section)}`);
  for (const { after, rings, mail } of groups) {
    const name = mail ? 'メール' : await nameOf(page);
    const picture = mail
      ? await takeMail(kit, rings[0]?.label ?? '', mail)
      : await photograph(page, rings, { wide: step.width, focus: step.focus?.(page) });
    keep(place, picture, { step: number, after, page: name, labels: [...new Set(rings.map(({ label }) => label))] });
  }
  await step.act?.(page, kit);
  if (step.shows) await expect(page.getByRole('heading', { level: 1 })).toHaveText(pattern(step.shows));
};

/** Takes the pictures of a section into `folder` and returns what was taken. */
export const walk = async (section: Section, kit: Kit, folder: string): Promise<Taken[]> => {
  const taken: Taken[] = [];
  if (!section.begin) {
    if (section.steps) throw new Error(`steps without pictures: ${sectionHeading(section)}`);
    return taken;
  }
  mkdirSync(folder, { recursive: true });
  const page = await section.begin(kit);
  for (const [at, step] of (section.steps ?? []).entries()) {
    await takeStep({ folder, section, taken }, kit, page, at + 1, step);
  }
  return taken;
};
