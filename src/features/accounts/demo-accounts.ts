/** The accounts of the demo world, listed on its login page. */
export const demoPassword = 'Demo-2021';

export const demoAccounts = [
  { userName: 'basic@v.sys', role: '医療機関（基本型接種施設）', name: '芝公園病院' },
  { userName: 'satellite@v.sys', role: '医療機関（サテライト型接種施設）', name: '三田クリニック' },
  { userName: 'municipality@v.sys', role: '市町村', name: '港区' },
  { userName: 'prefecture@v.sys', role: '都道府県', name: '東京都' },
  { userName: 'ministry@v.sys', role: '国', name: '厚生労働省' },
  { userName: 'manufacturer@v.sys', role: '製薬メーカー', name: 'ファイザー' },
  { userName: 'wholesaler@v.sys', role: '卸業者', name: '東京都の担当卸' },
  { userName: 'vendor@v.sys', role: '予約受付業者', name: '三田クリニックから代行入力を受託' },
  { userName: 'desk@v.sys', role: 'サービスデスク', name: 'V-SYSサービスデスク' },
] as const;

/** Invited and never logged in: its first login begins with the mail in the demo's mailbox. */
export const demoNewcomer = 'newcomer@v.sys';
