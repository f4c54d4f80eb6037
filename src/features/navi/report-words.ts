import type { Fault } from './error-report.ts';
import type { Language } from './languages.ts';
import { type Word, word } from './word.ts';

/** 「情報の誤りを知らせる」. */
export const reportWords = {
  reportTitle: word('情報の誤りを知らせる', 'まちがいを 知（し）らせる', 'Report an error'),
  reportLead: word(
    '「{name}」の情報の誤りを、{place}に知らせます。お名前や連絡先は要りません。返事はできません。',
    '「{name}」の まちがいを、{place}に 知（し）らせます。名前（なまえ）は 書（か）かないで ください。返事（へんじ）は ありません。',
    'This tells {place} that something about "{name}" is wrong. No name or address is needed, and there is no reply.',
  ),
  reportFault: word('どこが違いますか', 'どこが ちがいますか', 'What is wrong?'),
  reportNote: word(
    '正しい内容など（任意）',
    '正（ただ）しいこと（書（か）かなくても いいです）',
    'What is right (optional)',
  ),
  reportNoteHint: word(
    '200文字まで。お名前や連絡先など、個人の情報は書かないでください。',
    '200文字（もじ）まで。あなたの 名前（なまえ）や 電話番号（でんわばんごう）は 書（か）かないで ください。',
    'Up to 200 characters. Please write no personal data, such as your name or phone number.',
  ),
  reportSend: word('知らせる', '知（し）らせる', 'Send'),
  reportCheck: word(
    'まだ送られていません。内容を確認してください。',
    'まだ おくっていません。もう一度（いちど） 見（み）て ください。',
    'Not sent yet. Please check what you entered.',
  ),
  reportChoose: word('どこが違うかを選んでください。', 'どこが ちがうか えらんで ください。', 'Choose what is wrong.'),
  reportTooLong: word(
    '使えない文字があるか、200文字を超えています。',
    '200文字（もじ）まで 書（か）けます。',
    'Some characters cannot be used, or there are more than 200.',
  ),
  reportTooMany: word(
    '続けて送られたため、受け付けられません。10分ほどたってからお試しください。',
    'たくさん おくられました。10分（ぷん） 待（ま）って ください。',
    'Too many reports were sent. Please try again in about 10 minutes.',
  ),
  reportDone: word('お知らせいただき、ありがとうございました', 'ありがとうございました', 'Thank you'),
  reportDoneText: word('{place}が内容を確認します。', '{place}が しらべます。', '{place} will look into it.'),
} as const satisfies Record<string, Word>;

const faults: Readonly<Record<Fault, Word>> = {
  phone: word(
    '電話番号が違う・つながらない',
    '電話番号（でんわばんごう）が ちがう',
    'The phone number is wrong or does not answer',
  ),
  booking: word('予約の状況が実際と違う', '予約（よやく）できるか どうかが ちがう', 'The booking status is not true'),
  hours: word('受付時間が違う', '時間（じかん）が ちがう', 'The hours are wrong'),
  address: word('名称・住所が違う', '名前（なまえ）や 住所（じゅうしょ）が ちがう', 'The name or address is wrong'),
  closed: word(
    'この会場では接種していない',
    'ここで 注射（ちゅうしゃ）を していない',
    'There is no vaccination at this site',
  ),
  other: word('そのほか', 'ほかの こと', 'Something else'),
};

export const faultWord = (language: Language, fault: Fault): string => faults[fault][language];
