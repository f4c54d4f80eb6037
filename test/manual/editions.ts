import type { Edition } from './model.ts';

/** Of all manuals, oldest first; a change of the words needs a line here. */
export const editions: readonly Edition[] = [
  { edition: '第1版', date: '2026年11月22日', changes: ['初版発行'] },
  {
    edition: '第2版',
    date: '2026年11月22日',
    changes: [
      '手順の画面を撮り直し、赤い枠と番号の位置を修正',
      '手順と画面の例が合わない箇所を修正',
      '「V-SYSに関するお問合せ先」の記載内容を、利用者ごとに変更',
      '「ホーム」画面の各部の説明を追加',
      '目次にページ番号を追加',
    ],
  },
];
