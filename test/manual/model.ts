/**
 * A manual as data: the words that are printed, and beside each step what a person does in the browser, so that words
 * and pictures come from one place. `npm run manual` walks the steps and takes the pictures.
 */
import type { Locator, Page } from '@playwright/test';
import type { Account, World } from '../support/journey.ts';

export type Kit = {
  readonly world: World;
  /** A page of a signed-in person, at 「ホーム」. */
  readonly as: (account: Account) => Promise<Page>;
  /** A page of nobody. */
  readonly visitor: () => Promise<Page>;
  /** The person stays signed in as on this page, for the sections that follow. */
  readonly keep: (account: Account, page: Page) => Promise<void>;
};
/** What one does on the page; also asked for what has to happen behind the scenes. */
export type Act = (page: Page, kit: Kit) => Promise<unknown>;
export type Find = (page: Page) => Locator;

/** One numbered line inside a step (3-1, 3-2 …). */
export type Part = {
  readonly text: string;
  readonly notes?: readonly string[];
  readonly important?: readonly string[];
  /** Ringed in the step's picture with the part's number. */
  readonly ring?: Find | readonly Find[];
  /** In place of 3-1, 3-2 …, e.g. ①. */
  readonly label?: string;
  /** What the line speaks of is in a mail: a picture of that mail. */
  readonly mail?: MailStep;
};
export type Table = { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
export type MailStep = {
  readonly to: Account | string;
  /** The beginning of the subject. */
  readonly subject: string;
  readonly mark: 'url' | 'code' | 'subject';
};
export type Step = {
  readonly title: string;
  readonly notes?: readonly string[];
  readonly important?: readonly string[];
  readonly parts?: readonly Part[];
  readonly table?: Table;
  /** What is seen afterwards, a line each. */
  readonly afterwards?: readonly string[];
  /** Before the picture: what is typed, what happens elsewhere. */
  readonly ready?: Act;
  /** What the picture rings; else its parts are ringed, or the mark of its mail. Each step has a picture. */
  readonly ring?: Find | readonly Find[];
  /** All ringed parts in one picture, however tall. */
  readonly together?: boolean;
  /** Has the focus in the picture. */
  readonly focus?: Find;
  /** Width of the window for this picture, px; wide tables need more. */
  readonly width?: number;
  /** After the picture: the press itself. */
  readonly act?: Act;
  /** The page's name (h1) after the press, checked and printed; [名称] stands for any name. */
  readonly shows?: string;
  /** The picture is a mail that came. */
  readonly mail?: MailStep;
};
export type Section = {
  /** As in the manual: `2.1`; unnumbered ones have a word. Unique in a manual. */
  readonly id: string;
  readonly title: string;
  /** The requirements whose steps stand here. */
  readonly ids: readonly string[];
  /** The pages it explains, as in the routes. */
  readonly paths: readonly string[];
  readonly lead?: readonly string[];
  readonly important?: readonly string[];
  readonly table?: Table;
  /** The page on which the walk begins; without it the section is words only. */
  readonly begin?: (kit: Kit) => Promise<Page>;
  readonly steps?: readonly Step[];
  /** What follows the last step. */
  readonly end?: readonly string[];
};
export type Chapter = {
  /** `2`, or empty for 「こんなときには」 and the like. */
  readonly number: string;
  readonly title: string;
  readonly lead?: readonly string[];
  readonly important?: readonly string[];
  readonly table?: Table;
  readonly sections: readonly Section[];
};
export type Manual = { readonly role: string; readonly title: string; readonly chapters: readonly Chapter[] };
export type Edition = { readonly edition: string; readonly date: string; readonly changes: readonly string[] };

export const heading = ({ number, title }: Chapter): string => (number ? `${number}. ${title}` : title);
export const sectionHeading = ({ id, title }: Section): string => (/^\d/.test(id) ? `${id} ${title}` : title);
export const anchorOf = ({ id }: Section): string => `s-${id.replaceAll('.', '-')}`;
