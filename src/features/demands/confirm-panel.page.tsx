import { formatInstant } from '../../kernel/calendar.ts';
import type { FormState } from '../../kernel/form.ts';
import { showQuantity } from '../../kernel/quantities.ts';
import type { Screen } from '../../platform/http/index.ts';
import { FieldRow, Form, Notice, Section, StateLabel } from '../../ui/index.ts';
import { confirmDemandForm } from './confirm-demand.form.ts';
import { sheetHref, type VenueSheet } from './sheet.ts';

type Props = { readonly sheet: VenueSheet; readonly screen: Screen };

/** S4: what was confirmed, and the button that confirms; 都道府県 and 国 see the state only. */
export const ConfirmPanel = ({ sheet, screen }: Props) => {
  const state = screen.form(confirmDemandForm, { cycle: String(sheet.cycle.id) }, sheet.confirmation?.version);
  const open = sheet.mayCorrect && (!sheet.confirmation || sheet.outdated);
  return (
    <Section title="確定">
      <State sheet={sheet} />
      {(open || state.summary) && <ConfirmForm cycleId={sheet.cycle.id} state={state} open={open} />}
    </Section>
  );
};

const State = ({ sheet: { confirmation, outdated, vaccine } }: { readonly sheet: VenueSheet }) => {
  if (!confirmation)
    return (
      <p>
        <StateLabel tone="warning">未確定</StateLabel>
      </p>
    );
  const what = `${formatInstant(confirmation.confirmedAt)} に ${confirmation.confirmedBy} さんが ${showQuantity(confirmation.boxes)}${vaccine.unitName}（未入力 ${confirmation.venuesMissing}施設）で確定しました。`;
  return outdated ? (
    <Notice kind="warning" title="確定した後に変更がありました。もう一度確定が必要です。">
      <p>{what}</p>
    </Notice>
  ) : (
    <p>
      <StateLabel tone="success">確定済</StateLabel> {what}
    </p>
  );
};

type FormProps = { readonly cycleId: number; readonly state: FormState; readonly open: boolean };

/** Without its button where there is nothing to confirm, so that a refusal can still say why. */
const ConfirmForm = ({ cycleId, state, open }: FormProps) => (
  <Form
    def={confirmDemandForm}
    state={state}
    action={sheetHref(cycleId).replace('?', '/confirm?')}
    submit={open ? '納入希望量を確定する' : undefined}
  >
    <FieldRow def={confirmDemandForm} state={state} name="cycle" />
    {open && (
      <p>すべての施設の値を確認してから確定してください。都道府県と国に、この市町村の希望量として伝わります。</p>
    )}
  </Form>
);
