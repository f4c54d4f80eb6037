import type { Screen } from '../../platform/http/index.ts';
import { Button, FieldRow, Form, Notice, Section } from '../../ui/index.ts';
import { correctionForm, discardForm } from './allocation.form.ts';
import type { OpenPage } from './sheet-data.ts';

type Props = { readonly open: OpenPage; readonly screen: Screen };

/** 「修正する」 under a fixed sheet (S16). */
export const CorrectionPart = ({ open: { shape, cycle, sheet }, screen }: Props) => {
  const state = screen.form(correctionForm, {}, sheet?.version);
  return (
    <Section
      title="確定した分配を修正する"
      lead={`修正の理由を入力して「修正する」を押すと、数を変更できるようになります。もう一度確定するまで、いまの分配が有効です。`}
    >
      <Form
        def={correctionForm}
        state={state}
        action={`${shape.path}/${cycle.id}/correct`}
        secondary={<Button icon="pencil">修正する</Button>}
      >
        <FieldRow def={correctionForm} state={state} name="reason" />
      </Form>
    </Section>
  );
};

/** Says that a correction is being made, why, and offers to leave it. */
export const CorrectionUnderWay = ({ open: { shape, cycle, sheet, fixed }, screen }: Props) => (
  <Notice kind="warning" title={`第${sheet?.revision}版として修正しています`}>
    <p>理由：{sheet?.reason}</p>
    <p>
      もう一度確定するまで、第{fixed?.revision}版が有効です。{shape.receiver}には、変更した分だけ通知します。
    </p>
    <Form
      def={discardForm}
      state={screen.form(discardForm, {}, sheet?.version)}
      action={`${shape.path}/${cycle.id}/discard`}
      guard={false}
      secondary={<Button size="small">修正をやめる</Button>}
    >
      {null}
    </Form>
  </Notice>
);

/** 「下書きを破棄」 before the first 確定. */
export const DiscardDraft = ({ open: { shape, cycle, sheet }, screen }: Props) => (
  <Form
    def={discardForm}
    state={screen.form(discardForm, {}, sheet?.version)}
    action={`${shape.path}/${cycle.id}/discard`}
    guard={false}
    secondary={<Button variant="text">下書きを破棄</Button>}
  >
    {null}
  </Form>
);
