import type { StateTable } from '../../kernel/states.ts';

export type VersionState = 'draft' | 'review' | 'published';

export const versionStateNames: Readonly<Record<VersionState, string>> = {
  draft: '下書き',
  review: '確認待ち',
  published: '公開済み',
};

/** A version is written, looked at by a second pair of eyes, and published; after that it stays as it is. */
export const versionMoves = {
  submit: { from: ['draft'], to: 'review', label: '確認を依頼する' },
  sendBack: { from: ['review'], to: 'draft', label: '下書きに戻す' },
  publish: { from: ['review'], to: 'published', label: '公開する' },
} as const satisfies StateTable<VersionState>;
