import type { Language } from './languages.ts';

/** Changes of the open data and its API, newest first. Within /v1 fields are only added. */
export const apiChanges: readonly { readonly day: string; readonly text: Readonly<Record<Language, string>> }[] = [
  {
    day: '2021-04-26',
    text: {
      ja: '接種回数（日・都道府県・区分・回数別）を加えました。',
      easy: 'ワクチンを うった 回数（かいすう）を ふやしました。',
      en: 'Added: doses by date, prefecture, category and dose number.',
    },
  },
  {
    day: '2021-04-26',
    text: {
      ja: '公開を始めました（接種会場、予約の受付状況）。',
      easy: 'はじめました。',
      en: 'First version: venues and booking marks.',
    },
  },
];

export const openDataText: Readonly<
  Record<
    Language,
    {
      readonly lead: string;
      readonly licence: string;
      readonly venues: string;
      readonly marks: string;
      readonly doses: string;
      readonly dosesNote: string;
      readonly json: string;
      readonly api: string;
      readonly freshness: string;
      readonly changes: string;
      readonly licenceHead: string;
      readonly dataHead: string;
    }
  >
> = {
  ja: {
    lead: 'このサイトのデータは、だれでも自由に使えます。登録は要りません。文字コードはUTF-8です。',
    licenceHead: 'ライセンス',
    licence:
      'クリエイティブ・コモンズ 表示 4.0 国際（CC BY 4.0）。使うときは「出典：コロナワクチンナビ」のように出典を示してください。',
    dataHead: 'データ',
    venues: '接種会場',
    marks: '予約の受付状況',
    doses: '接種回数',
    dosesNote:
      '医療機関が報告した日ごとの回数です。都道府県、ワクチン、区分、何回目かの別に集計しています。報告のない日の行はありません。',
    json: 'JSON（1ページ100件から。続きは next の示すアドレス）',
    api: 'APIの説明（OpenAPI）',
    freshness: 'データは、このサイトと同じときに新しくなります。',
    changes: '変更の記録',
  },
  easy: {
    lead: 'この サイトの データは だれでも 使（つか）えます。お金（かね）は いりません。',
    licenceHead: '決（き）まり（ライセンス）',
    licence: 'CC BY 4.0。使（つか）うときは「出典（しゅってん）：コロナワクチンナビ」と 書（か）いて ください。',
    dataHead: 'データ',
    venues: '注射（ちゅうしゃ）の 場所（ばしょ）',
    marks: '予約（よやく）できるか どうか',
    doses: 'ワクチンを うった 回数（かいすう）',
    dosesNote: '日（ひ）と 都道府県（とどうふけん）ごとの 数（かず）です。',
    json: 'JSON',
    api: '使（つか）い方（かた）（OpenAPI）',
    freshness: 'データは いつも 新（あたら）しいです。',
    changes: 'かわった こと',
  },
  en: {
    lead: 'The data of this website are free for everyone to use. No registration is needed. Text is UTF-8.',
    licenceHead: 'Licence',
    licence:
      'Creative Commons Attribution 4.0 International (CC BY 4.0). Please name the source: COVID-19 Vaccine Navi.',
    dataHead: 'Data',
    venues: 'Vaccination sites',
    marks: 'Booking marks',
    doses: 'Doses',
    dosesNote:
      'As reported by the vaccination sites on each day, by prefecture, vaccine, category and dose number. A day without a report has no row.',
    json: 'JSON (100 a page; the field "next" has the address of the rest)',
    api: 'Description of the API (OpenAPI)',
    freshness: 'The data are as fresh as this website.',
    changes: 'Changes',
  },
};
