import type { Language } from './languages.ts';

/** Changes of the open data and its API, newest first. Within /v1 fields are only added. */
export const apiChanges: readonly { readonly day: string; readonly text: Readonly<Record<Language, string>> }[] = [
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
    json: 'JSON (100 a page; the field "next" has the address of the rest)',
    api: 'Description of the API (OpenAPI)',
    freshness: 'The data are as fresh as this website.',
    changes: 'Changes',
  },
};
