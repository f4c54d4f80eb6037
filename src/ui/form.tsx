import type { ComponentChildren } from 'preact';
import type { FormDef, FormState } from '../kernel/form.ts';
import { Button, ButtonRow } from './button.tsx';
import { classNames } from './class-names.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { formId, typed } from './form-state.ts';

export type FormProps<D extends FormDef> = {
  readonly def: D;
  readonly state: FormState;
  readonly action: string;
  readonly children: ComponentChildren;
  /** Word on the one primary button; none when the buttons stand among the children. */
  readonly submit?: string;
  /** Further buttons after the primary one. */
  readonly secondary?: ComponentChildren;
  /** Keeps the buttons in sight on long forms. */
  readonly sticky?: boolean;
  /** Carries files. */
  readonly upload?: boolean;
  /** The answer is a file, so the page stays and may send again. */
  readonly repeatable?: boolean;
  /** Asks before leaving with unsaved input; on unless switched off (e.g. for signing in). */
  readonly guard?: boolean;
  /** The buttons stay away until a field is edited in place (see inline-form). */
  readonly inline?: boolean;
  /** Names a row's input in the error summary, e.g. 「高齢者 1回目」. */
  readonly rowLabel?: (table: string, row: string, column: string) => string;
};

/**
 * A posted form with its guards: version, request id, answers given, error summary, open question.
 * The first button is an unseen one, so that Enter in a field always means the plain submit.
 */
export const Form = <D extends FormDef>(props: FormProps<D>) => {
  const { def, state, action, children, submit, secondary, sticky, upload, repeatable, guard = true } = props;
  const id = formId(def);
  const unsaved = state.question !== undefined || Object.keys(state.errors).length > 0;
  return (
    <form
      method="post"
      action={action}
      id={id}
      class={classNames('form', sticky && 'form-sticky')}
      enctype={upload ? 'multipart/form-data' : undefined}
      noValidate
      data-guard={guard ? (unsaved ? 'unsaved' : 'clean') : undefined}
      data-repeatable={repeatable ? '' : undefined}
    >
      <button type="submit" class="default-submit" tabIndex={-1} aria-hidden="true" />
      <FormGuards state={state} />
      <ErrorSummary def={def} state={state} rowLabel={props.rowLabel} />
      {children}
      {(submit || secondary) && (
        <div class="form-actions" hidden={props.inline && !unsaved}>
          <ButtonRow>
            {submit && <Button variant="primary">{submit}</Button>}
            {secondary}
          </ButtonRow>
          <p class="form-progress" role="status" data-progress />
        </div>
      )}
      {state.question && (
        <ConfirmDialog
          question={state.question}
          formId={id}
          reason={state.question.reason && typed(state, state.question.reason.name)}
        />
      )}
    </form>
  );
};

/** The hidden values of a form; also for forms made by hand. */
const FormGuards = ({ state }: { readonly state: FormState }) => (
  <>
    {state.version !== undefined && <input type="hidden" name="_version" value={String(state.version)} />}
    <input type="hidden" name="_request" value={state.requestId} />
    {state.confirmed.map((digest) => (
      <input type="hidden" name="_confirmed" value={digest} key={digest} />
    ))}
  </>
);
