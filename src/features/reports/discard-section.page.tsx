import type { FormState } from '../../kernel/form.ts';
import { FieldRow, Quantity, Section } from '../../ui/index.ts';
import type { ChosenVaccine } from './load-report-page.service.ts';
import { OtherNumber } from './other-number.page.tsx';
import { reportForm } from './report.form.ts';

/** The number that stands in the field, as the page's script reads it too. */
const typedDiscards = ({ values }: FormState): number | null => {
  const text = String(values.discarded ?? '')
    .normalize('NFKC')
    .replaceAll(',', '')
    .trim();
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
};

type Props = { readonly chosen: ChosenVaccine; readonly state: FormState };

/** M5.1-5-1: a running total too, what is registered at the right; the sum of all disposals. */
export const DiscardSection = ({ chosen: { report, stock, vaccine }, state }: Props) => (
  <Section title="廃棄数の報告" card>
    <OtherNumber state={state} report={report} typed={typedDiscards(state)} registered={report?.discardedVials ?? 0}>
      <FieldRow
        def={reportForm}
        state={state}
        name="discarded"
        meta={{ hint: '累計を入力してください。例：登録済みの廃棄数「50」＋今回の廃棄数「30」＝「80」を入力' }}
        aside={
          <>
            <p>
              登録済みの内容：
              <Quantity value={report?.discardedVials ?? (stock?.disposalRecords ? stock.disposed : null)} unit="本" />
            </p>
            <p>
              <a href={`/stock/${vaccine.id}/disposal`}>ロット番号・理由・日付を付けて記録する</a>
            </p>
          </>
        }
      />
    </OtherNumber>
  </Section>
);
