import type { ComponentChildren } from 'preact';
import type { FormState } from '../../kernel/form.ts';
import { type EntryMode, otherNumber } from './entry-mode.ts';
import type { Report } from './reports.ts';

/** How the form is typed. */
export const modeOf = ({ values }: FormState): EntryMode => (values.mode === 'today' ? 'today' : 'total');

type Props = {
  readonly state: FormState;
  readonly report: Report | null;
  readonly typed: number | null;
  readonly registered: number;
  readonly children: ComponentChildren;
};

/** An input with the number that was not typed under it; report.island keeps it up while typing. */
export const OtherNumber = ({ state, report, typed, registered, children }: Props) => (
  <div data-registered={report ? String(registered) : undefined}>
    {children}
    <span class="hint" data-other>
      {otherNumber(modeOf(state), typed, report, registered)}
    </span>
  </div>
);
