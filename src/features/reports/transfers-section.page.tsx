import { type FormState, rowKeys } from '../../kernel/form.ts';
import { FieldRow, Notice, RepeatingTable, Section } from '../../ui/index.ts';
import { pairStateOf } from '../stock/index.ts';
import type { ChosenVaccine } from './load-report-page.service.ts';
import { reportForm } from './report.form.ts';
import { tableOf } from './transfer-rows.ts';

type Props = { readonly chosen: ChosenVaccine; readonly state: FormState; readonly today: string };

const leads = {
  basic: '他の施設にワクチンを移送した場合に入力します。',
  satellite: '他の医療機関から受け取ったワクチンで接種を実施している場合に入力します。',
};
const stay =
  '登録済みの内容は次回以降も表示されます。間違いがあれば修正し、間違いがなければ消さずに「＋報告内容を追加する」を押してください。';

/** M5.1b-4 「他施設に移送したワクチン量」, M5.1s-4 「医療機関間の融通を受けた場合」. */
export const TransfersSection = ({ chosen, state, today }: Props) => {
  const { role, vaccine, transfers } = chosen;
  const table = tableOf(role);
  const keys = rowKeys(state.values, table);
  const common = {
    def: reportForm,
    state,
    caption: `${reportForm.fields[table].meta.label}の入力`,
    keys: keys.length > 0 ? keys : ['new1'],
    addLabel: '＋報告内容を追加する',
    removeLabel: '- 報告内容を1件削除する',
    today,
    lookupHeading: '医療機関・接種会場名',
  } as const;
  const lookupUrl = `/lookup/venues?vaccine=${vaccine.id}`;
  return (
    <Section title={reportForm.fields[table].meta.label} card lead={leads[role]}>
      <p>{stay}</p>
      {role === 'basic' ? (
        <RepeatingTable {...common} table="given" columns={['day', 'lot', 'vials', 'partner']} lookupUrl={lookupUrl} />
      ) : (
        <RepeatingTable
          {...common}
          table="taken"
          columns={['partner', 'day', 'lot', 'vials']}
          lookupUrl={`${lookupUrl}&role=basic`}
        />
      )}
      <FieldRow def={reportForm} state={state} name="shown" />
      <Stopped transfers={transfers} />
      <Unmatched transfers={transfers} />
    </Section>
  );
};

/** The rows are inputs, so what must be known of their lots stands under them (S27). */
const Stopped = ({ transfers }: Pick<ChosenVaccine, 'transfers'>) => {
  const lots = new Set(transfers.filter(({ removed, stopped }) => stopped && !removed).map(({ lot }) => lot));
  return lots.size === 0 ? null : (
    <Notice kind="warning" title={`使用見合わせのロットがあります（ロット番号 ${[...lots].join('、')}）。`}>
      <p>国から次の連絡があるまで、接種には使用しないでください。</p>
    </Notice>
  );
};

/** How many entries the other side does not confirm. */
const Unmatched = ({ transfers }: Pick<ChosenVaccine, 'transfers'>) => {
  const states = transfers
    .filter(({ removed }) => !removed)
    .map(({ vials, otherVials }) => pairStateOf(vials, otherVials));
  const unequal = states.filter((state) => state === 'unequal').length;
  const open = states.filter((state) => state === 'open').length;
  return (
    <>
      {unequal > 0 && (
        <Notice kind="warning" title={`相手の登録と本数が違う移送が${unequal}件あります。`}>
          <p>
            <a href="/transfers">「移送」の画面</a>で内容を確認してください。
          </p>
        </Notice>
      )}
      <p>
        <a href="/transfers">移送の状況を見る</a>
        {open > 0 && `（相手の登録待ち ${open}件）`}
      </p>
    </>
  );
};

/** Names an input in the error summary: 「譲った日 2行目」. */
export const transferLabel = ({ values }: FormState, table: string, row: string, column: string): string => {
  const rows = reportForm.fields[table as 'given' | 'taken'].rows as Record<string, { meta: { label: string } }>;
  return `${rows[column]?.meta.label ?? ''} ${rowKeys(values, table).indexOf(row) + 1}行目`;
};
