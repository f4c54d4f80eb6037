import type { Question } from '../kernel/form.ts';
import { Button, ButtonRow } from './button.tsx';

export type ConfirmDialogProps = {
  readonly question: Question;
  readonly formId: string;
  /** What stands in the field that the dialog asks for. */
  readonly reason?: string;
};

/**
 * Repeats the numbers about to be sent. Open from the server; the island makes it modal. 「キャンセル」 closes it, or
 * without script sends the form with `_cancel`, which brings it back with everything typed.
 */
export const ConfirmDialog = ({ question, formId, reason }: ConfirmDialogProps) => {
  const id = `${formId}-question`;
  return (
    <dialog open class="dialog" id={id} aria-labelledby={`${id}-title`} aria-describedby={`${id}-text`} data-confirm>
      <h2 id={`${id}-title`} tabIndex={-1} autofocus>
        {question.title}
      </h2>
      <div id={`${id}-text`} class="dialog-body">
        {question.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {question.rows && question.rows.length > 0 && (
          <dl class="dialog-rows">
            {question.rows.map((row) => (
              <div key={row.label}>
                <dt>{row.label}</dt>
                <dd>{row.value}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
      {question.reason && (
        <div class="field">
          <div class="field-head">
            <label for={`${id}-reason`}>{question.reason.label}</label>
          </div>
          <input
            type="text"
            id={`${id}-reason`}
            class="input"
            name={question.reason.name}
            value={reason ?? ''}
            maxLength={200}
            autocomplete="off"
            form={formId}
          />
        </div>
      )}
      <ButtonRow align="end">
        <Button variant="primary" name="_confirmed" value={question.digest} form={formId}>
          OK
        </Button>
        <Button name="_cancel" value="1" form={formId} data={{ 'data-dialog-cancel': '' }}>
          キャンセル
        </Button>
      </ButtonRow>
    </dialog>
  );
};
