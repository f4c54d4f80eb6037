import type { BookingMark } from '../booking-status/index.ts';
import type { Fault } from './error-report.ts';
import type { Language } from './languages.ts';

type Word = Readonly<Record<Language, string>>;
const word = (ja: string, easy: string, en: string): Word => ({ ja, easy, en });

/**
 * Every text of the public site, complete in all three languages. やさしい日本語: short sentences, easy words, readings
 * in （） after kanji.
 */
const words = {
  site: word('コロナワクチンナビ', 'コロナワクチンナビ', 'COVID-19 Vaccine Navi'),
  siteIs: word(
    '新型コロナワクチンの接種会場と予約の受付状況を探せます。',
    '新型（しんがた）コロナワクチンの 注射（ちゅうしゃ）をする 場所（ばしょ）を さがします。',
    'Find a COVID-19 vaccination site and see whether it takes bookings.',
  ),
  skip: word('本文へ移動', '本文（ほんぶん）へ', 'Skip to main content'),
  languages: word('言語', 'ことば', 'Language'),
  crumbs: word('現在の位置', '今（いま）の ページ', 'You are here'),
  home: word('トップ', 'はじめの ページ', 'Home'),
  homeTitle: word('接種会場を探す', '注射（ちゅうしゃ）の 場所（ばしょ）を さがす', 'Find a vaccination site'),
  demoLabel: word('デモ環境', '練習（れんしゅう）', 'Demo'),
  demo: word(
    'デモ環境です。データはすべて架空のものです。',
    'これは 練習（れんしゅう）の ページです。本当（ほんとう）の 場所（ばしょ）では ありません。',
    'This is a demo. All data are made up.',
  ),

  keyword: word(
    '施設名・住所・郵便番号',
    '場所（ばしょ）の 名前（なまえ）・住所（じゅうしょ）・郵便番号（ゆうびんばんごう）',
    'Name, address or postal code',
  ),
  keywordHint: word(
    'ひらがなでも探せます。例：しばこうえん、港区三田、105-0011',
    'ひらがなで 書（か）いても いいです。例（れい）：しばこうえん、105-0011',
    'In Japanese or in Latin letters, for example: Shibakoen, 105-0011',
  ),
  search: word('探す', 'さがす', 'Search'),
  narrow: word('条件をつけて探す', '条件（じょうけん）を つけて さがす', 'Narrow down'),
  apply: word('この条件で探す', 'この 条件（じょうけん）で さがす', 'Show matching sites'),
  clear: word('条件をクリア', '条件（じょうけん）を けす', 'Clear all'),
  onlyBookable: word('予約できる会場だけ', '予約（よやく）できる 場所（ばしょ）だけ', 'Only sites taking bookings'),
  onlyAnyone: word(
    '誰でも行ける会場だけ（一般受入）',
    'だれでも 行（い）ける 場所（ばしょ）だけ',
    'Only sites open to anyone',
  ),
  vaccine: word('ワクチン', 'ワクチン', 'Vaccine'),
  allVaccines: word('すべてのワクチン', 'ぜんぶの ワクチン', 'All vaccines'),

  byMap: word('地図から選ぶ', '地図（ちず）から えらぶ', 'Choose on the map'),
  byPrefecture: word('都道府県から選ぶ', '都道府県（とどうふけん）から えらぶ', 'Choose a prefecture'),
  map: word('日本の地図（都道府県）', '日本（にほん）の 地図（ちず）', 'Map of Japan by prefecture'),
  prefectureTitle: word(
    '{place}の市区町村',
    '{place}の 市（し）・区（く）・町（まち）・村（むら）',
    'Municipalities of {place}',
  ),
  chooseMunicipality: word(
    'お住まいの市区町村を選んでください。',
    'あなたが 住（す）んでいる 市（し）・区（く）・町（まち）・村（むら）を えらんで ください。',
    'Choose the municipality where you live.',
  ),
  siteCount: word('{n}か所', '{n}か所（しょ）', 'Sites: {n}'),
  bookableCount: word('予約できる {n}', '予約（よやく）できる {n}', 'taking bookings: {n}'),
  noSites: word('会場なし', '場所（ばしょ）が ありません', 'no sites'),
  listTitle: word('{place}の接種会場', '{place}の 注射（ちゅうしゃ）の 場所（ばしょ）', 'Vaccination sites in {place}'),
  searchTitle: word('接種会場の検索結果', 'さがした 場所（ばしょ）', 'Search results'),
  position: word(
    '{total}か所のうち {first}〜{last}',
    '{total}か所（しょ）の {first}〜{last}',
    '{first}–{last} of {total} sites',
  ),
  found: word('{n}か所見つかりました', '{n}か所（しょ） 見（み）つかりました', 'Sites found: {n}'),
  pager: word('ページ送り', 'ページ', 'Pages'),
  previous: word('前へ', 'まえへ', 'Previous'),
  next: word('次へ', 'つぎへ', 'Next'),
  showBookable: word(
    '予約できる会場だけを見る（{n}か所）',
    '予約（よやく）できる 場所（ばしょ）だけ 見（み）る（{n}）',
    'Show only sites taking bookings ({n})',
  ),
  nothingFound: word(
    '条件に合う会場は見つかりませんでした。',
    '場所（ばしょ）が 見（み）つかりませんでした。',
    'No site matches.',
  ),
  nothingFoundHelp: word(
    '言葉を短くするか、条件を減らして、もう一度探してください。',
    'ことばを 短（みじか）くして、もう一度（いちど） さがして ください。',
    'Try a shorter word or fewer conditions.',
  ),
  noSitesHere: word(
    'この市区町村には、公開されている会場がありません。',
    'この 町（まち）には 場所（ばしょ）が ありません。',
    'This municipality has no public site.',
  ),
  askMunicipality: word(
    '市区町村の窓口にお問い合わせください。',
    '市役所（しやくしょ）などに 聞（き）いて ください。',
    'Please ask your municipal office.',
  ),
  nearly: word(
    '入力した言葉と同じ会場がなかったため、よく似た会場を表示しています。',
    '同（おな）じ 名前（なまえ）が ありません。にている 名前（なまえ）の 場所（ばしょ）です。',
    'There is no exact match. These sites are similar.',
  ),
  areasFound: word(
    '市区町村の一覧を見る',
    '市（し）・区（く）・町（まち）・村（むら）の 場所（ばしょ）を ぜんぶ 見（み）る',
    'See all sites of the municipality',
  ),
  typeSomething: word(
    '施設名・住所・郵便番号のどれかを入力してください。',
    '名前（なまえ）か 住所（じゅうしょ）か 郵便番号（ゆうびんばんごう）を 書（か）いて ください。',
    'Type a name, an address or a postal code.',
  ),

  markUpdated: word('{day} 更新', '{day}に 新（あたら）しくしました', 'updated {day}'),
  marksMean: word('印の意味', 'マークの 意味（いみ）', 'What the marks mean'),
  old: word('要確認', '確認（かくにん）して ください', 'Please confirm'),
  oldMeans: word(
    '更新から{n}日を過ぎています。電話などで確認してください。',
    '{n}日（にち）より 前（まえ）の 情報（じょうほう）です。電話（でんわ）で 聞（き）いて ください。',
    'Not updated for more than {n} days. Please ask the site.',
  ),
  homepageOf: word(
    'ホームページを開きます（別のサイト）',
    'ホームページを 開（ひら）きます',
    'opens the website of the site',
  ),
  howToBook: word('予約の方法', '予約（よやく）の しかた', 'How to book'),
  callToBook: word('予約の電話', '予約（よやく）の 電話（でんわ）', 'Booking by phone'),
  bookOnline: word('ウェブで予約する', 'インターネットで 予約（よやく）する', 'Book online'),
  noBookingNeeded: word('予約は要りません。', '予約（よやく）は いりません。', 'No booking needed.'),
  askHow: word(
    '予約の方法は、会場に確認してください。',
    '予約（よやく）の しかたは、場所（ばしょ）に 聞（き）いて ください。',
    'Ask the site how to book.',
  ),
  hours: word('受付時間', '時間（じかん）', 'Hours'),
  address: word('住所', '住所（じゅうしょ）', 'Address'),
  phone: word('電話番号', '電話番号（でんわばんごう）', 'Phone'),
  admission: word('受け入れ', 'だれが 行（い）けますか', 'Who can go'),
  anyone: word('誰でも来られます（一般受入）', 'だれでも 行（い）けます', 'Anyone'),
  limited: word(
    '特定の人のみ（かかりつけの人など）',
    '決（き）まった 人（ひと）だけ 行（い）けます',
    'Only certain people, such as its own patients',
  ),
  vaccines: word('取扱ワクチン', 'ワクチン', 'Vaccines'),
  parking: word('駐車場', '車（くるま）を とめる ところ', 'Parking'),
  parkingSpaces: word('{n}台', '{n}台（だい）', '{n} spaces'),
  noParking: word('なし', 'ありません', 'None'),
  notice: word('会場からのお知らせ', '場所（ばしょ）からの お知（し）らせ', 'Notice from the site'),
  inJapanese: word('', '', '(in Japanese)'),
  details: word('詳しく見る', 'もっと 見（み）る', 'Details'),
  state: word('予約の受付状況', '予約（よやく）できますか', 'Booking status'),
  backToList: word('{place}の一覧へ', '{place}の ほかの 場所（ばしょ）', 'All sites in {place}'),
  aboutVenue: word('会場の情報', '場所（ばしょ）の 情報（じょうほう）', 'About this site'),
  printView: word('印刷用の一覧', '印刷（いんさつ）する', 'List for printing'),
  share: word('メールで送る', 'メールで おくる', 'Share by e-mail'),
  reportError: word('情報の誤りを知らせる', 'まちがいを 知（し）らせる', 'Report an error'),
  asOf: word('{time} 時点の情報です。', '{time}の 情報（じょうほう）です。', 'As of {time}.'),

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

  notFoundTitle: word('ページが見つかりません', 'ページが ありません', 'Page not found'),
  notFoundText: word(
    'アドレスが間違っているか、会場の公開が終わっています。会場の名前や住所で探すか、都道府県から選んでください。',
    'この ページは ありません。名前（なまえ）や 住所（じゅうしょ）で さがして ください。',
    'The address is wrong, or the site is no longer public. Search by name or address, or choose a prefecture.',
  ),
  busyTitle: word(
    'ただいま混み合っています',
    '今（いま） たくさんの 人（ひと）が 使（つか）っています',
    'Very busy right now',
  ),
  busyText: word(
    'しばらく待ってから、もう一度お試しください。市区町村の一覧は、都道府県から選んで見られます。',
    '少（すこ）し 待（ま）ってから、もう一度（いちど） 見（み）て ください。',
    'Please try again in a moment. The lists by prefecture can still be seen.',
  ),
  searchDownTitle: word(
    'ただいま検索できません',
    '今（いま） さがすことが できません',
    'Search is not available right now',
  ),
  searchDownText: word(
    '市区町村ごとの一覧は見られます。都道府県を選んでください。',
    '町（まち）の 場所（ばしょ）は 見（み）られます。都道府県（とどうふけん）を えらんで ください。',
    'The lists can still be seen. Choose a prefecture.',
  ),
  kept: word(
    'ただいま最新の情報を確認できません。{time} 時点の情報を表示しています。',
    '今（いま） 新（あたら）しい 情報（じょうほう）が わかりません。{time}の 情報（じょうほう）です。',
    'The latest data cannot be read right now. This is as of {time}.',
  ),

  accessibility: word('アクセシビリティ', '使（つか）いやすさ', 'Accessibility'),
  openData: word('オープンデータ', 'オープンデータ', 'Open data'),
  forVenues: word('医療機関・接種会場の方', '病院（びょういん）などの 人（ひと）', 'For vaccination sites'),
  about: word('このサイトについて', 'この サイトについて', 'About this website'),
} as const satisfies Record<string, Word>;

export type WordKey = keyof typeof words;
export const wordKeys = Object.keys(words) as WordKey[];

/** The text of a key in a language; `{name}` stands for what is given under that name. */
export const say = (language: Language, key: WordKey, values: Readonly<Record<string, string | number>> = {}): string =>
  words[key][language].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));

const marks: Readonly<Record<BookingMark, Word>> = {
  open: word('予約可能', '予約（よやく）できます', 'Bookings open'),
  few: word('残り少数', '少（すこ）しだけ 予約（よやく）できます', 'Few places left'),
  closed: word('予約受付不可', '今（いま） 予約（よやく）できません', 'No bookings now'),
  walk_in: word('予約不要', '予約（よやく）は いりません', 'No booking needed'),
  unset: word('未登録', 'わかりません', 'Not stated'),
};

const markMeanings: Readonly<Record<BookingMark, Word>> = {
  open: word(
    '現在、予約を受け付けることができます。',
    '今（いま） 予約（よやく）できます。',
    'The site takes bookings now.',
  ),
  few: word(
    '現在、予約を受け付ける残数がわずかです。',
    '予約（よやく）できる 人（ひと）は あと 少（すこ）しです。',
    'Only a few places are left.',
  ),
  closed: word(
    '現在、予約を受け付けられません。',
    '今（いま）は 予約（よやく）できません。',
    'The site takes no bookings now.',
  ),
  walk_in: word(
    '予約なしで接種できます。',
    '予約（よやく）しなくても 注射（ちゅうしゃ）が できます。',
    'You can be vaccinated without a booking.',
  ),
  unset: word(
    '会場がまだ登録していません。',
    '場所（ばしょ）が まだ 書（か）いていません。',
    'The site has not stated it yet.',
  ),
};

export const markWord = (language: Language, mark: BookingMark): string => marks[mark][language];
export const markMeaning = (language: Language, mark: BookingMark): string => markMeanings[mark][language];

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

/** Vaccines are known to people by their maker's name. */
const vaccinesInEnglish: Readonly<Record<string, string>> = {
  pfizer: 'Pfizer',
  comirnaty: 'Pfizer',
  moderna: 'Moderna',
  astrazeneca: 'AstraZeneca',
  novavax: 'Novavax (Takeda)',
};

/** English name of a vaccine; null where only the Japanese one is known. */
export const vaccineInEnglish = (code: string): string | null => vaccinesInEnglish[code] ?? null;
