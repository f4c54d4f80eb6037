/** Walks the steps of one section in the browser and takes its pictures. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { anchorOf, type Find, type Kit, type Section, type Step } from '../model.ts';
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

type Group = { readonly after: number | null; readonly rings: readonly Ring[] };

const top = async ({ at }: Ring): Promise<{ top: number; bottom: number }> =>
  at.evaluate((element) => {
    const box = element.getBoundingClientRect();
    return { top: box.top + scrollY, bottom: box.bottom + scrollY };
  });

/** The rings of a step's parts, as many together as one picture holds. */
const groupsOfParts = async (page: Page, number: number, step: Step): Promise<Group[]> => {
  const groups: { after: number; rings: Ring[]; top: number; bottom: number }[] = [];
  for (const [at, part] of (step.parts ?? []).entries()) {
    if (!part.ring) continue;
    const ring = { at: part.ring(page), label: part.label ?? `${number}-${at + 1}` };
    const place = await top(ring);
    const last = groups.at(-1);
    const [high, low] = [Math.min(last?.top ?? place.top, place.top), Math.max(last?.bottom ?? 0, place.bottom)];
    if (last && (step.together || low - high <= tallest))
      Object.assign(last, { after: at, top: high, bottom: low, rings: [...last.rings, ring] });
    else groups.push({ after: at, rings: [ring], ...place });
  }
  return groups;
};

const groupsOf = async (page: Page, number: number, step: Step): Promise<Group[]> => {
  if (!step.ring) return groupsOfParts(page, number, step);
  const finds: readonly Find[] = typeof step.ring === 'function' ? [step.ring] : step.ring;
  return [{ after: null, rings: finds.map((find) => ({ at: find(page), label: String(number) })) }];
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

const takeMail = async (kit: Kit, number: number, step: Step): Promise<Picture> => {
  const { to, subject, mark } = step.mail ?? { to: '', subject: '', mark: 'url' as const };
  const find = async () => (await kit.world.mailbox(to)).find((mail) => mail.subject.startsWith(subject));
  await expect.poll(find, `a mail 「${subject}」 to ${to}`).toBeDefined();
  const mail = await find();
  if (!mail) throw new Error(`no mail 「${subject}」`);
  const page = await kit.visitor();
  const place = await showMail(page, mail, mark);
  const picture = await photograph(page, [{ at: place, label: String(number) }]);
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
  if (step.mail) {
    const picture = await takeMail(kit, number, step);
    keep(place, picture, { step: number, after: null, page: 'メール', labels: [String(number)] });
  }
  for (const { after, rings } of step.mail ? [] : await groupsOf(page, number, step)) {
    const name = await nameOf(page);
    const picture = await photograph(page, rings, { wide: step.width, focus: step.focus?.(page) });
    keep(place, picture, { step: number, after, page: name, labels: rings.map(({ label }) => label) });
  }
  await step.act?.(page, kit);
  if (step.shows) await expect(page.getByRole('heading', { level: 1 })).toHaveText(pattern(step.shows));
};

/** Takes the pictures of a section into `folder` and returns what was taken. */
export const walk = async (section: Section, kit: Kit, folder: string): Promise<Taken[]> => {
  const taken: Taken[] = [];
  if (!section.begin) return taken;
  mkdirSync(folder, { recursive: true });
  const page = await section.begin(kit);
  for (const [at, step] of (section.steps ?? []).entries()) {
    await takeStep({ folder, section, taken }, kit, page, at + 1, step);
  }
  return taken;
};
