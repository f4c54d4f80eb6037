import type { Screen, View } from '../../platform/http/index.ts';
import { Button, DataTable, EmptyState, FieldRow, Form, LinkButton, Section } from '../../ui/index.ts';
import type { CannedAnswer } from './canned.store.ts';
import { DoneNotice } from './inquiry.page.tsx';
import { cannedForm, removeCannedForm } from './ticket.form.ts';

const crumbs = [
  { label: 'ホーム', href: '/' },
  { label: 'お問い合わせの管理', href: '/desk/tickets' },
];
const list = { label: '定型文', href: '/desk/canned' };

export type CannedListPage = { readonly canned: readonly CannedAnswer[]; readonly done: 'saved' | 'removed' | null };

/** 「定型文」 of the desk, and a new one. */
export const cannedListPage = ({ canned, done }: CannedListPage, screen: Screen): View => {
  const state = screen.form(cannedForm);
  return {
    title: '定型文',
    breadcrumbs: [...crumbs, { label: '定型文' }],
    body: (
      <>
        <DoneNotice
          text={done ? (done === 'saved' ? '定型文を保存しました。' : '定型文を削除しました。') : undefined}
        />
        <DataTable
          caption="定型文の一覧"
          captionHidden
          stack
          rows={canned}
          rowKey={({ id }) => String(id)}
          rowHref={({ id }) => `/desk/canned/${id}`}
          empty={<EmptyState title="定型文はありません。" />}
          columns={[
            { key: 'title', label: '名前', nowrap: true },
            { key: 'body', label: '文' },
          ]}
        />
        <Section title="新しい定型文">
          <CannedFields action="/desk/canned" state={state} />
        </Section>
      </>
    ),
  };
};

const CannedFields = ({ action, state }: { readonly action: string; readonly state: ReturnType<Screen['form']> }) => (
  <Form def={cannedForm} state={state} action={action} submit="保存">
    <FieldRow def={cannedForm} state={state} name="title" />
    <FieldRow def={cannedForm} state={state} name="body" />
  </Form>
);

export const cannedPage = (canned: CannedAnswer, screen: Screen): View => ({
  title: `定型文 ${canned.title}`,
  breadcrumbs: [...crumbs, list, { label: canned.title }],
  body: (
    <>
      <CannedFields
        action={`/desk/canned/${canned.id}`}
        state={screen.form(cannedForm, { title: canned.title, body: canned.body }, canned.version)}
      />
      <Section title="削除">
        <Form
          def={removeCannedForm}
          state={screen.form(removeCannedForm, {}, canned.version)}
          action={`/desk/canned/${canned.id}/remove`}
          guard={false}
        >
          <Button variant="danger">この定型文を削除する</Button>
        </Form>
      </Section>
      <p>
        <LinkButton href="/desk/canned" icon="back">
          定型文の一覧へ戻る
        </LinkButton>
      </p>
    </>
  ),
});
