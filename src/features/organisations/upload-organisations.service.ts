import type { InputOf } from '../../kernel/form.ts';
import { invalid } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { decodeSheet } from '../../platform/csv/index.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { keepImport } from './imports.store.ts';
import { readCsv } from './organisation.csv.ts';
import type { importForm } from './organisation.form.ts';

/** A file that can be read at all, as text; its faults as a whole are told at the field. Runs before the transaction. */
export const readUpload = async ({ file }: InputOf<typeof importForm>): Promise<string> => {
  const content = decodeSheet(file);
  if (content === null)
    throw invalid({ file: '文字を読み取れません。CSV（UTF-8またはShift_JIS）で保存したファイルを選択してください。' });
  const sheet = readCsv(content);
  if ('fault' in sheet) throw invalid({ file: sheet.fault });
  return content;
};

/** 「内容を確認する」 (S33): keeps the file for its preview; nothing changes yet. */
export const uploadOrganisations = async (ctx: Ctx, content: string): Promise<Outcome> => {
  const importId = await keepImport(ctx.tx, ctx.actor.userId, content, ctx.now);
  ctx.note(`organisation-import:${importId}`, { characters: content.length });
  return done(`/organisations/import/${importId}`);
};
