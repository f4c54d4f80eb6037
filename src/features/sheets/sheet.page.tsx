import type { Screen, View } from '../../platform/http/index.ts';
import { DataTable, Done, FieldRow, Form, LinkButton, ListHead, Section } from '../../ui/index.ts';
import { sheetForm } from './sheet.form.ts';
import type { SheetHead, SheetTable, SheetWords } from './sheet-table.csv.ts';

export const titlesOf = (
  { name }: Pick<SheetHead<string>, 'name'>,
  words: SheetWords = {},
): Required<Omit<SheetWords, 'fileLabel' | 'question'>> => ({
  title: words.title ?? `${name}のファイル登録`,
  submit: words.submit ?? 'この内容で登録する',
  previewTitle: words.previewTitle ?? `${name}のファイルの確認`,
  doneTitle: words.doneTitle ?? `${name}の登録完了`,
});

export type UploadData = {
  readonly head: SheetHead<string>;
  readonly place: string;
  readonly words?: SheetWords;
  /** Rows of the download; null: it has headings only. */
  readonly rows: number | null;
};

/** The page where a file is chosen: the template and what stands there now, the file, its columns. */
export const uploadPage = ({ head, place, words, rows }: UploadData, screen: Screen): View => {
  const state = screen.form(sheetForm);
  const { title } = titlesOf(head, words);
  return {
    title,
    breadcrumbs: [...head.crumbs, { label: title }],
    body: (
      <>
        {head.about && <p class="lead">{head.about}</p>}
        <Section
          title={rows === null ? '1. ひな形をダウンロードする' : '1. いまの内容をダウンロードする'}
          lead={
            rows
              ? `いまの${rows.toLocaleString('ja-JP')}行が入ったファイルです。そのまま書き換えて使えます。`
              : '見出しだけのファイルです。'
          }
        >
          <ListHead>
            <LinkButton href={`${place}/file.xlsx`} icon="download" download>
              Excel
            </LinkButton>
            <LinkButton href={`${place}/file.csv`} icon="download" download>
              CSV
            </LinkButton>
          </ListHead>
        </Section>
        <Section title="2. 記入した内容を送る" lead={head.lead}>
          <Form def={sheetForm} state={state} action={place} submit="内容を確認する" upload guard={false}>
            <FieldRow
              def={sheetForm}
              state={state}
              name="file"
              meta={{ ...(words?.fileLabel && { label: words.fileLabel }) }}
            />
          </Form>
        </Section>
        <Section
          title="列"
          lead={`1行目は見出しです。列の順番は自由です。${head.maxRows.toLocaleString('ja-JP')}行まで。`}
        >
          <DataTable
            caption="列"
            captionHidden
            stack
            columns={[
              { key: 'label', label: '見出し', nowrap: true },
              { key: 'note', label: '内容' },
            ]}
            rows={head.columns}
            rowKey={({ key }) => key}
          />
        </Section>
      </>
    ),
  };
};

export type DoneData = {
  readonly head: SheetHead<string>;
  readonly words?: SheetWords;
  readonly counts: { readonly create: number; readonly update: number; readonly also: number };
  readonly also?: Pick<NonNullable<SheetTable<unknown, string, unknown>['also']>, 'label' | 'unit'>;
};

const n = (count: number): string => count.toLocaleString('ja-JP');

/** What was registered, and the way back. */
export const donePage = ({ head, words, counts, also }: DoneData): View => {
  const { doneTitle } = titlesOf(head, words);
  const back = head.crumbs.at(-1);
  return {
    title: doneTitle,
    breadcrumbs: [...head.crumbs, { label: doneTitle }],
    body: (
      <Done
        message="ファイルの内容を登録しました。"
        items={[
          { label: '新しく登録', value: `${n(counts.create)}件` },
          { label: '変更', value: `${n(counts.update)}件` },
          ...(also ? [{ label: also.label, value: `${n(counts.also)}${also.unit}` }] : []),
        ]}
        links={[{ href: back?.href ?? '/', label: `${back?.label ?? 'ホーム'}へ戻る` }]}
      />
    ),
  };
};

/** The way to the pages of a table that is filled from a file. */
export const SheetLink = ({ href }: { readonly href: string }) => (
  <LinkButton href={href} icon="upload" size="small">
    Excel・CSVで入力する
  </LinkButton>
);
