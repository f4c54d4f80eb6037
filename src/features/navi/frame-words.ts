import { type Word, word } from './word.ts';

/** Around every page, and where there is none. */
export const frameWords = {
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
  faq: word('よくある質問', 'よくある 質問（しつもん）', 'Frequently asked questions'),
  faqLead: word(
    '会場の探し方、予約、接種の当日などについて、よくある質問にお答えします。',
    'よくある 質問（しつもん）と 答（こた）えです。日本語（にほんご）だけです。',
    'Questions that residents often ask, with answers. They are in Japanese only.',
  ),
  faqList: word('質問の一覧', '質問（しつもん）', 'Questions'),
  faqNone: word('いま、載せている質問はありません。', '今（いま）は ありません。', 'There are none at the moment.'),
  openData: word('オープンデータ', 'オープンデータ', 'Open data'),
  forVenues: word('医療機関・接種会場の方', '病院（びょういん）などの 人（ひと）', 'For vaccination sites'),
  about: word('このサイトについて', 'この サイトについて', 'About this website'),
} as const satisfies Record<string, Word>;
