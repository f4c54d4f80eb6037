import { type Word, word } from './word.ts';

/** Choosing a place, searching, filters and lists. */
export const findWords = {
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
} as const satisfies Record<string, Word>;
