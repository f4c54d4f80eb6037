/** The columns of the export of ワクチン接種契約受付システム, as the page documents them (S30). */
export const exportColumns = [
  { key: 'code', label: '保険医療機関コード', note: '10桁の数字。必須。登録済みのコードなら更新、なければ新規登録' },
  { key: 'name', label: '医療機関・接種会場名', note: '必須' },
  { key: 'kana', label: 'ふりがな', note: 'ひらがな。任意' },
  { key: 'postalCode', label: '郵便番号', note: '000-0000。任意' },
  { key: 'municipalityCode', label: '市町村コード', note: '6桁（全国地方公共団体コード）。必須。登録後は変更できない' },
  { key: 'town', label: '町名', note: '市町村名に続く町名、番地、建物名。任意' },
  { key: 'phone', label: '電話番号', note: '任意' },
  { key: 'representativeName', label: '代表者名', note: '任意' },
  { key: 'facilityClass', label: '施設分類', note: '「医療機関」または「特設の接種会場」。任意' },
  { key: 'smallFacility', label: '小規模施設', note: '「はい」または「いいえ」。任意（新規登録で空なら「いいえ」）' },
  {
    key: 'handled',
    label: '取扱ワクチン',
    note: '「ファイザー:基本型」の形。複数は「/」で区切る。新規登録では必須、更新で空なら変更しない',
  },
  {
    key: 'familyName',
    label: '担当者の姓',
    note: 'はじめの利用者。姓・名・メールアドレスは3つとも入力するか、3つとも空',
  },
  { key: 'givenName', label: '担当者の名', note: '同上' },
  { key: 'userEmail', label: '担当者のメールアドレス', note: '同上。利用者がまだいない施設にだけ招待メールを送る' },
] as const;
export type ExportKey = (typeof exportColumns)[number]['key'];
