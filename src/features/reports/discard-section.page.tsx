import type { FormState } from '../../kernel/form.ts';
import { FieldRow, Quantity, Section } from '../../ui/index.ts';
import { reportForm } from './report.form.ts';
import type { Report } from './reports.ts';

/** M5.1-5-1: a running total too, what is registered at the right. */
export const DiscardSection = ({ report, state }: { readonly report: Report | null; readonly state: FormState }) => (
  <Section title="廃棄数の報告" card>
    <FieldRow
      def={reportForm}
      state={state}
      name="discarded"
      meta={{ hint: '累計を入力してください。例：登録済みの廃棄数「50」＋今回の廃棄数「30」＝「80」を入力' }}
      aside={
        <p>
          登録済みの内容：
          <Quantity value={report?.discardedVials} unit="本" />
        </p>
      }
    />
  </Section>
);
