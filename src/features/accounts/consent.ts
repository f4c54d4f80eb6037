/** What people agree to at 「個人情報同意画面」 (M1.2-6); kept with who and when. Raise it when the text changes. */
export const consentVersion = '2021-04';
export const guidelines = {
  label: '厚生労働分野における個人情報の適切な取扱いのためのガイドライン等',
  href: 'https://www.mhlw.go.jp/stf/seisakunitsuite/bunya/0000027272.html',
} as const;
