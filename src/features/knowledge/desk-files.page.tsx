import type { Screen } from '../../platform/http/index.ts';
import { DataTable, FieldRow, Form, PostButton, Section } from '../../ui/index.ts';
import { articleFileForm } from './article-file.form.ts';
import { type ArticleFile, isPdf, isPicture, sizeWords } from './article-files.ts';
import type { KeptArticle } from './versions.store.ts';

/** What to write into the text to show a picture; other files stand under the article by themselves. */
const use = (file: ArticleFile) =>
  isPicture(file) ? <code>{`![画像の説明](/knowledge/files/${file.id})`}</code> : '記事の下に表示されます';

const kindWord = (file: ArticleFile): string => (isPicture(file) ? '画像' : isPdf(file) ? 'PDF' : '動画');

type FilePanelProps = {
  readonly article: KeptArticle;
  readonly files: readonly ArticleFile[];
  readonly screen: Screen;
};

/** Pictures, PDFs and videos of an article. */
export const FilePanel = ({ article, files, screen }: FilePanelProps) => {
  const state = screen.form(articleFileForm);
  const base = `/knowledge/desk/${article.id}/files`;
  return (
    <Section title="画像・ファイル">
      {files.length > 0 && (
        <DataTable
          caption="画像・ファイルの一覧"
          captionHidden
          stack
          rows={files}
          rowKey={({ id }) => String(id)}
          columns={[
            { key: 'name', label: 'ファイル名', cell: ({ id, name }) => <a href={`/knowledge/files/${id}`}>{name}</a> },
            { key: 'kind', label: '種類', nowrap: true, cell: kindWord },
            { key: 'size', label: '大きさ', nowrap: true, align: 'end', cell: ({ size }) => sizeWords(size) },
            { key: 'use', label: '本文での書き方', cell: use },
            {
              key: 'remove',
              label: '操作',
              cell: ({ id, name }) => (
                <PostButton action={`${base}/${id}/remove`} label={`${name}を外す`}>
                  外す
                </PostButton>
              ),
            },
          ]}
        />
      )}
      <Form def={articleFileForm} state={state} action={base} upload guard={false} submit="ファイルを追加する">
        <FieldRow def={articleFileForm} state={state} name="file" />
      </Form>
    </Section>
  );
};
