import type { Account } from '../../support/journey.ts';
import { chatbot, inquiry, ministryRequests, officeRequests } from '../common/contact.walk.ts';
import { firstLogin, type Newcomer } from '../common/first-login.walk.ts';
import { beforeLogin, browsers, deskHelp, tablet } from '../common/help.walk.ts';
import { knowledgeChapter } from '../common/knowledge.walk.ts';
import { login, logout, stayLoggedIn } from '../common/login.walk.ts';
import { changeAddress, changePerson } from '../common/mail-address.walk.ts';
import { changePassword, forgottenPassword } from '../common/password.walk.ts';
import { back, layout, officeMarks, reading, textSize } from '../common/screens.walk.ts';
import type { Chapter, Manual, Section } from '../model.ts';
import { inviteColleague } from '../scenes.ts';

export type Office = Extract<
  Account,
  'municipality' | 'prefecture' | 'ministry' | 'manufacturer' | 'wholesaler' | 'vendor' | 'desk'
>;
/** What an office does, and when: the table of 1.1. */
export type Duties = readonly (readonly [string, string])[];

const duties = (rows: Duties): Section => ({
  id: '1.1',
  title: 'V-SYSで実施すること',
  ids: ['M1.1-1'],
  paths: [],
  lead: ['以下の作業を実施します。いま待っている作業の件数は、「ホーム」画面に表示されます。'],
  table: { head: ['作業', '実施するタイミング'], rows },
});

const unlocks = (account: Office): string =>
  account === 'desk' ? 'ほかのサービスデスクの担当者' : 'V-SYSサービスデスク';
const colleague = 'aoi@example.jp';
const newcomerOf = (account: Office): Newcomer => ({
  address: colleague,
  come: (kit) => inviteColleague(kit, account, colleague),
});
const introduction = (account: Office, rows: Duties): Chapter => ({
  number: '1',
  title: 'はじめに（V-SYSで実施すること／ログイン・ログアウトする）',
  sections: [
    duties(rows),
    firstLogin(
      'ログインすると、「ホーム」画面が表示されます。',
      '次回からは「1.3」の手順でログインします。',
      newcomerOf(account),
    ),
    login(false, newcomerOf(account), unlocks(account)),
    logout(account),
    layout(account, []),
    textSize,
    back,
    officeMarks(account),
    reading,
  ],
});
const when = (account: Office): Chapter => ({
  number: '',
  title: 'こんなときには',
  sections: [
    changePassword(account),
    forgottenPassword(account),
    changeAddress(account),
    changePerson(account),
    stayLoggedIn(account),
    tablet,
  ],
});
const asking = (account: Office): readonly Section[] => [
  beforeLogin,
  chatbot(account),
  inquiry(account),
  account === 'ministry' ? ministryRequests : officeRequests,
];
const contacts = (account: Office): Chapter => ({
  number: '',
  title: 'V-SYSに関するお問合せ先',
  sections: [...(account === 'desk' ? [deskHelp] : asking(account)), browsers],
});

/** A tab of each, whose page has 「このページのヘルプ」. */
const tabs: Readonly<Record<Office, string>> = {
  municipality: '/allocations',
  prefecture: '/allocations',
  ministry: '/allocations',
  manufacturer: '/shipments',
  wholesaler: '/deliveries',
  vendor: '/booking-status/venues',
  desk: '/desk/tickets',
};

/** The manual of an office: its own chapters between those that all have. */
export const officeManual = (role: Office, title: string, rows: Duties, own: readonly Chapter[]): Manual => ({
  role,
  title,
  chapters: [
    introduction(role, rows),
    ...own,
    knowledgeChapter(role, String(own.length + 2), tabs[role]),
    when(role),
    contacts(role),
  ],
});
