import { formatInstant } from '../../kernel/calendar.ts';
import type { View } from '../../platform/http/index.ts';
import { Button, ButtonRow, DescriptionList, EmptyState, LinkButton, PostButton, Section } from '../../ui/index.ts';
import type { OfferedForm } from './kept-forms.store.ts';

/** 「入力途中の内容」: forms that the last logout cut off (MH-5). */
export const keptFormsPage = ({ forms }: { readonly forms: readonly OfferedForm[] }): View => ({
  title: '入力途中の内容',
  breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: '入力途中の内容' }],
  body:
    forms.length === 0 ? (
      <EmptyState title="入力途中の内容はありません。">
        <p>
          <a href="/">ホームへ</a>
        </p>
      </EmptyState>
    ) : (
      <>
        <p>
          自動的にログアウトされたため、まだ登録されていない入力があります。「入力を続ける」を押すと、入力した内容が入った画面が開きます。
        </p>
        {forms.map((form) => (
          <OneForm form={form} key={form.id} />
        ))}
        <p>
          <LinkButton href="/">ホームへ</LinkButton>
        </p>
      </>
    ),
});

/** The form is sent again marked as taken back, which shows it with everything typed and stores nothing. */
const OneForm = ({ form }: { readonly form: OfferedForm }) => (
  <Section title={`${formatInstant(form.keptAt)} に中断した入力`} card>
    {form.preview.length > 0 && <DescriptionList items={form.preview} />}
    <ButtonRow>
      <form method="post" action={form.action}>
        {Object.entries(form.fields).flatMap(([name, value]) =>
          [value].flat().map((text, i) => <input type="hidden" name={name} value={text} key={`${name}-${i}`} />),
        )}
        <Button variant="primary" name="_cancel" value="1">
          入力を続ける
        </Button>
      </form>
      <PostButton action={`/kept-forms/${form.id}/discard`}>破棄する</PostButton>
    </ButtonRow>
  </Section>
);
