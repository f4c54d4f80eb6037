import type { Edition } from './model.ts';

/** Of all manuals, oldest first; a change of the words needs a line here. */
export const editions: readonly Edition[] = [{ edition: '第1版', date: '2026年11月22日', changes: ['初版発行'] }];
