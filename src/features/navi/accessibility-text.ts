import type { Language } from './languages.ts';

type Passage = { readonly heading: string; readonly lines: readonly string[]; readonly list?: boolean };

/** What was tested and what was not, said plainly. */
export const accessibilityText: Readonly<Record<Language, readonly Passage[]>> = {
  ja: [
    {
      heading: '目標',
      lines: [
        'このサイト（/navi 以下のページ）は、JIS X 8341-3:2016 の適合レベルAAと、WCAG 2.2 のレベルAAを目標にしています。',
        '「適合」は宣言していません。専門家と利用者による試験を、まだ行っていないためです。',
      ],
    },
    {
      heading: '試験したこと',
      list: true,
      lines: [
        '自動検査（axe-core）：すべての種類のページを、3つの言語で検査し、検出は0件です。',
        'キーボードだけでの操作：検索、絞り込み、都道府県・市区町村の選択、誤りの報告。',
        '画面の幅320ピクセルと、文字の200%拡大：横にスクロールせずに読めます。',
        'スクリプトとクッキーを使わない状態での利用。',
        '文字と背景の色の対比、色だけに頼らない表示（印には記号と言葉を付けています）。',
        '言語の指定：英語のページの中の日本語には、日本語の指定を付けています。',
      ],
    },
    {
      heading: '試験していないこと',
      list: true,
      lines: [
        '画面読み上げソフト（PC-Talker、NVDA、VoiceOver など）の実機での確認。',
        '障害のある方、高齢の方による試用。',
        'JIS X 8341-3:2016 附属書JBに沿った、全ページの人手による試験。',
      ],
    },
    {
      heading: '分かっている問題',
      list: true,
      lines: [
        '施設が入力した「お知らせ」や「受付時間」は、施設の書いたとおりに表示します。言葉の難しさや誤りは、施設ごとに違います。',
        'やさしい日本語と英語の「お知らせ」は、施設が登録していないときは日本語で表示します。',
        '市区町村のローマ字は読みがなから作っているため、公式の表記と違うことがあります。',
        '地図は幅の狭い画面には表示しません。同じ内容を一覧から選べます。',
      ],
    },
    {
      heading: '問題を見つけたとき',
      lines: [
        '会場の情報の誤りは、会場のページの「情報の誤りを知らせる」から市区町村に知らせることができます。サイトの使いにくさは、お住まいの市区町村にお知らせください。',
      ],
    },
  ],
  easy: [
    {
      heading: '目標（もくひょう）',
      lines: [
        'だれでも 使（つか）える サイトに したいです。',
        '決（き）まり（JIS X 8341-3:2016 AA、WCAG 2.2 AA）に 合（あ）うように 作（つく）っています。',
      ],
    },
    {
      heading: 'しらべた こと',
      list: true,
      lines: [
        'コンピューターで ページを しらべました。悪（わる）い ところは ありませんでした。',
        'マウスが なくても 使（つか）えます。',
        '小（ちい）さい 画面（がめん）でも、大（おお）きい 字（じ）でも 読（よ）めます。',
      ],
    },
    {
      heading: 'まだ しらべていない こと',
      list: true,
      lines: [
        '声（こえ）で 読（よ）む ソフトで 使（つか）うこと。',
        '障害（しょうがい）の ある 人（ひと）や お年寄（としよ）りに 使（つか）って もらうこと。',
      ],
    },
    {
      heading: '困（こま）ったとき',
      lines: ['場所（ばしょ）の 情報（じょうほう）が ちがうときは、「まちがいを 知（し）らせる」を おして ください。'],
    },
  ],
  en: [
    {
      heading: 'Aim',
      lines: [
        'This website (all pages under /navi) aims at level AA of JIS X 8341-3:2016 and of WCAG 2.2.',
        'We do not claim conformance: no test by experts or by users has been made yet.',
      ],
    },
    {
      heading: 'What was tested',
      list: true,
      lines: [
        'Automatic checks (axe-core) of every kind of page in all three languages: nothing found.',
        'Use by keyboard alone: search, filters, choosing an area, reporting an error.',
        'Screens 320 pixels wide and text at 200 %: readable without scrolling sideways.',
        'Use without scripts and without cookies.',
        'Contrast, and that nothing is said by colour alone: each mark has a sign and a word.',
        'Language: Japanese text on English pages is marked as Japanese.',
      ],
    },
    {
      heading: 'What was not tested',
      list: true,
      lines: [
        'Screen readers (PC-Talker, NVDA, VoiceOver and others) on real devices.',
        'Use by people with disabilities and by older people.',
        'A full manual test by annex JB of JIS X 8341-3:2016.',
      ],
    },
    {
      heading: 'Known problems',
      list: true,
      lines: [
        'Notices and hours are shown as the sites wrote them.',
        'Notices in English and in plain Japanese are shown in Japanese where a site has not written them.',
        'Names of municipalities in Latin letters are made from their reading and may differ from the official ones.',
        'The map is not shown on narrow screens; the list offers the same.',
      ],
    },
    {
      heading: 'If you meet a problem',
      lines: [
        'Wrong data of a site can be reported by "Report an error" on its page. Please tell your municipality about problems with this website.',
      ],
    },
  ],
};
