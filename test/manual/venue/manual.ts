import { at } from '../acts.ts';
import { accountRequests, chatbot, inquiry } from '../common/contact.walk.ts';
import { firstLogin } from '../common/first-login.walk.ts';
import { beforeLogin, browsers, tablet } from '../common/help.walk.ts';
import { knowledgeChapter } from '../common/knowledge.walk.ts';
import { login, logout, stayLoggedIn } from '../common/login.walk.ts';
import { changeAddress, changePerson } from '../common/mail-address.walk.ts';
import { changePassword, forgottenPassword } from '../common/password.walk.ts';
import { back, editing, layout, marks, reading, textSize } from '../common/screens.walk.ts';
import type { Chapter, Manual } from '../model.ts';
import { duties } from './01-duties.walk.ts';
import { registerDemand } from './02-demand.walk.ts';
import { addDoctor, updateDoctor, updateVenue } from './02-venue.walk.ts';
import { amounts, amountsByMail, days, daysByMail, receipt } from './03-distributions.walk.ts';
import { bookingStatus } from './04-booking.walk.ts';
import { claims } from './05-claims.walk.ts';
import { report, stock, transfers } from './05-reports.walk.ts';
import type { Venue } from './kinds.ts';
import { outOfOrder, representative } from './when.walk.ts';

const introduction = (venue: Venue): Chapter => ({
  number: '1',
  title: 'はじめに（V-SYSで実施すること／ログイン・ログアウトする）',
  sections: [
    duties(venue),
    firstLogin(
      'ログインすると、初回のみ、「医療機関・接種会場 [医療機関名／会場名]」画面が表示されます。',
      '「2.1 医療機関情報を更新する」の手順2以降を実施してください。',
    ),
    login(true),
    logout(venue.account),
    layout(venue.account, venue.basic ? [] : ['M1.5-3']),
    textSize,
    back,
    editing(at(venue.account, '/venue'), '駐車場（例：10台）'),
    marks,
    reading,
  ],
});
const timing = (rows: readonly (readonly [string, string])[]) => ({ head: ['節', '実施するタイミング'], rows });

const registering = (venue: Venue): Chapter => ({
  number: '2',
  title: venue.basic
    ? '【基本型接種施設】医療機関・医師情報・納入希望量を登録する'
    : '【サテライト型接種施設】医療機関・医師情報を登録する',
  lead: [
    '医療機関の基本的な情報は、ワクチン接種契約受付システムから情報連携しています。「2.1 医療機関情報を更新する」では、未入力の項目を登録します。',
  ],
  important: [
    venue.basic
      ? '医師情報・納入希望量は必ず登録してください。未登録の場合、市町村からワクチンの提供を受けることができません。'
      : '医師情報は必ず登録してください。未登録の場合、市町村からワクチンの提供を受けることができません。',
  ],
  table: timing([
    ['2.1 医療機関情報を更新する', 'V-SYSにはじめてログインした後、すみやかに実施してください。'],
    [
      '2.2 医師情報を登録する',
      'V-SYSにはじめてログインした後、すみやかに実施してください。追加で登録する場合にも実施してください。',
    ],
    ['2.3 医師情報を更新する', '必要に応じて実施してください。'],
    ...(venue.basic ? [['2.4 納入希望量を登録する', 'クールごとの登録期間内に1回実施してください。'] as const] : []),
  ]),
  sections: [
    updateVenue(venue),
    addDoctor(venue),
    updateDoctor(venue),
    ...(venue.basic ? [registerDemand(venue)] : []),
  ],
});
const distributions: Chapter = {
  number: '3',
  title: '【基本型接種施設】分配量・納入予定日を確認する',
  lead: ['本章の作業は、基本型接種施設のみ実施します。サテライト型（連携型）接種施設は実施しません。'],
  sections: [amountsByMail, amounts, daysByMail, days, receipt],
};
const booking = (venue: Venue): Chapter => ({
  number: '4',
  title: '接種予約受付状況を更新する',
  lead: ['接種予約受付状況の更新は、日々の受付状況に応じてすみやかに実施してください。'],
  important: [
    '接種予約受付状況と更新日は、「コロナワクチンナビ」で随時公開されます。各医療機関が責任をもって更新してください。',
  ],
  sections: [bookingStatus(venue)],
});
const reporting = (venue: Venue): Chapter => ({
  number: '5',
  title: `${venue.mark}接種実績等を報告する`,
  table: {
    head: ['節', '実施概要', '実施するタイミング'],
    rows: [
      [
        '5.1 接種実績等を報告する',
        '各クールにおける接種回数及びワクチン廃棄数を報告します。',
        'ワクチン接種後、随時実施してください（1クールにつき1回以上）。',
      ],
      [
        '5.2 請求総括書・市区町村別請求書を作成する',
        '接種費用の請求に必要な書類を、請求件数を入力して作成します。',
        '原則、当月10日までの費用請求に間に合うタイミングで実施してください。',
      ],
      [
        '5.3 在庫を確認する',
        '受領・移送・接種・廃棄から計算された在庫を確認します。',
        '必要に応じて実施してください。',
      ],
      [
        '5.4 移送（融通）の状況を確認する',
        '譲った側と受けた側の登録が一致しているかを確認します。',
        '移送をしたとき、必要に応じて実施してください。',
      ],
    ],
  },
  sections: [report(venue), claims(venue), stock(venue), transfers(venue)],
});
const when = (venue: Venue): Chapter => ({
  number: '',
  title: 'こんなときには',
  sections: [
    changePassword(venue.account),
    forgottenPassword(venue.account),
    changeAddress(venue.account),
    changePerson(venue.account),
    stayLoggedIn(venue.account),
    outOfOrder,
    representative(venue),
    tablet,
  ],
});
const contacts = ({ account }: Venue): Chapter => ({
  number: '',
  title: 'V-SYSに関するお問合せ先',
  sections: [beforeLogin, chatbot(account), inquiry(account), accountRequests, browsers],
});

export const venueManual = (venue: Venue): Manual => ({
  role: venue.account,
  title: venue.basic ? '医療機関・接種会場用（基本型接種施設）' : '医療機関・接種会場用（サテライト型接種施設）',
  chapters: [
    introduction(venue),
    registering(venue),
    ...(venue.basic ? [distributions] : []),
    booking(venue),
    reporting(venue),
    knowledgeChapter(venue.account, '6', '/venue'),
    when(venue),
    contacts(venue),
  ],
});
