import type { Tx } from '../../platform/db/index.ts';
import type { ArticleFile, FileType } from './article-files.ts';
import './knowledge.tables.ts';

const select = (tx: Tx) =>
  tx
    .selectFrom('article_files')
    .select(['id', 'article_id as articleId', 'name', 'size', 'added_at as addedAt'])
    .select((eb) => eb.ref('type').$castTo<FileType>().as('type'));

/** The files of an article that were not taken off. */
export const loadFiles = (tx: Tx, articleId: number): Promise<ArticleFile[]> =>
  select(tx).where('article_id', '=', articleId).where('removed_at', 'is', null).orderBy('id').execute();

export type FileBytes = ArticleFile & { readonly bytes: Buffer; readonly removedAt: Date | null };

export const loadFile = async (tx: Tx, fileId: number): Promise<FileBytes | null> => {
  const row = await select(tx).select(['bytes', 'removed_at as removedAt']).where('id', '=', fileId).executeTakeFirst();
  return row ? { ...row, bytes: Buffer.from(row.bytes) } : null;
};

export type NewFile = Pick<ArticleFile, 'articleId' | 'name' | 'type'> & {
  readonly bytes: Buffer;
  readonly userId: number;
  readonly at: Date;
};

export const insertFile = async (tx: Tx, file: NewFile): Promise<number> => {
  const { id } = await tx
    .insertInto('article_files')
    .values({
      article_id: file.articleId,
      name: file.name,
      type: file.type,
      size: file.bytes.length,
      bytes: file.bytes,
      added_by: file.userId,
      added_at: file.at,
      removed_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

export const removeFile = async (tx: Tx, articleId: number, fileId: number, at: Date): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('article_files')
    .set({ removed_at: at })
    .where('id', '=', fileId)
    .where('article_id', '=', articleId)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};
