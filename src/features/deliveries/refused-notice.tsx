import type { FormDef } from '../../kernel/form.ts';
import type { Screen } from '../../platform/http/index.ts';
import { Notice } from '../../ui/index.ts';

export type RefusedNoticeProps = { readonly screen: Screen; readonly forms: readonly FormDef[] };

/** Why a form was refused that is not on its page any more, because the record went on meanwhile. */
export const RefusedNotice = ({ screen, forms }: RefusedNoticeProps) => (
  <>
    {forms.map((def) => {
      const { summary } = screen.form(def);
      return summary ? <Notice key={def.name} kind="error" live title={summary} /> : null;
    })}
  </>
);
