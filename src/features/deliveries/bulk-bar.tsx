import type { ComponentChildren } from 'preact';
import type { FormState } from '../../kernel/form.ts';
import { Button, ButtonRow } from '../../ui/index.ts';

export type BulkBarProps = {
  readonly lead: string;
  readonly children: ComponentChildren;
  /** Word on the button that means all rows in which nothing is entered yet. */
  readonly emptyRows: string;
};

/** One set of values for many rows: they are saved by its buttons, without script too. */
export const BulkBar = ({ lead, children, emptyRows }: BulkBarProps) => (
  <>
    <p class="lead">{lead}</p>
    <section class="filter-bar" aria-labelledby="bulk-title">
      <p class="filter-title" id="bulk-title">
        まとめて入れる
      </p>
      <div class="filter-fields">{children}</div>
      <ButtonRow>
        <Button name="op" value="fill">
          選んだ行に入れる
        </Button>
        <Button name="op" value="fill-empty">
          {emptyRows}
        </Button>
        <button type="button" class="button button-text" data-pick-all aria-pressed="false" hidden>
          この画面の行をすべて選ぶ
        </button>
      </ButtonRow>
    </section>
  </>
);

/** Where to come back to, and which button a question was asked about. */
export const GridGuards = ({ state, back }: { readonly state: FormState; readonly back: string }) => {
  const op = state.values.op || state.values.asked;
  return (
    <>
      <input type="hidden" name="back" value={back} />
      {state.question && typeof op === 'string' && <input type="hidden" name="asked" value={op} />}
    </>
  );
};
