import { formatInstant } from '../../kernel/calendar.ts';
import { DataTable, Quantity, Section, StateLabel } from '../../ui/index.ts';
import { showMixed, toVials } from './mixed.ts';
import { type Change, changesBetween } from './revision-diff.ts';
import type { Line, Sheet } from './sheet.ts';
import type { OpenPage } from './sheet-data.ts';
import { totalsOf } from './sheet-sums.ts';

const states = { draft: '下書き', fixed: '有効', superseded: '修正済み' } as const;

/** Every revision: who, when, why, how much, and what changed (S16). */
export const SheetHistory = ({ open }: { readonly open: OpenPage }) => {
  const { revisions, vaccine, cycle } = open;
  const fixedOnes = revisions.filter(({ fixedAt }) => fixedAt !== null);
  if (fixedOnes.length === 0) return null;
  const given = ({ id }: Sheet): string => {
    const { given: count } = totalsOf(open.linesOf.get(id) ?? [], [], null, vaccine, cycle.dosesPerVial);
    return count === null ? '—' : showMixed(count, vaccine.vialsPerUnit, vaccine.unitName);
  };
  return (
    <Section title="分配の履歴">
      <DataTable
        caption="分配の履歴の一覧"
        captionHidden
        stack
        columns={[
          { key: 'revision', label: '版', nowrap: true, cell: ({ revision }) => `第${revision}版` },
          {
            key: 'state',
            label: '状態',
            cell: ({ state }) => (
              <StateLabel tone={state === 'fixed' ? 'success' : 'neutral'}>{states[state]}</StateLabel>
            ),
          },
          { key: 'fixedAt', label: '確定日時', nowrap: true, cell: ({ fixedAt }) => fixedAt && formatInstant(fixedAt) },
          { key: 'fixedBy', label: '確定した人' },
          { key: 'given', label: '分配した量', align: 'end', cell: given },
          { key: 'reason', label: '修正の理由', cell: ({ reason }) => reason || <Quantity value={null} /> },
        ]}
        rows={fixedOnes}
      />
      {fixedOnes.slice(0, -1).map((sheet, i) => (
        <Changes key={sheet.id} open={open} sheet={sheet} before={fixedOnes[i + 1]} />
      ))}
    </Section>
  );
};

type ChangesProps = { readonly open: OpenPage; readonly sheet: Sheet; readonly before: Sheet | undefined };

const Changes = ({ open, sheet, before }: ChangesProps) => {
  const linesOf = (one: Sheet | undefined): readonly Line[] => (one && open.linesOf.get(one.id)) ?? [];
  const changes = changesBetween(linesOf(before), linesOf(sheet));
  const { shape, vaccine, receivers } = open;
  const nameOf = ({ receiver, frame }: Change): string => {
    const name = receivers.find(({ key }) => key === receiver)?.name ?? receiver;
    return shape.level !== 'municipal' ? `${name} ${shape.columns.find((one) => one.frame === frame)?.label}` : name;
  };
  const show = ({ units, vials }: Pick<Line, 'units' | 'vials'>): string => {
    const count = toVials(units, vials, vaccine.vialsPerUnit);
    return count === null ? '未入力' : showMixed(count, vaccine.vialsPerUnit, vaccine.unitName);
  };
  return (
    <details class="unfold">
      <summary>
        第{sheet.revision}版で変更した{changes.length}件
      </summary>
      <DataTable
        caption={`第${sheet.revision}版で変更した分配量`}
        captionHidden
        columns={[
          { key: 'name', label: shape.receiver, cell: nameOf },
          { key: 'before', label: '変更前', align: 'end', cell: (change) => show(change.before) },
          { key: 'after', label: '変更後', align: 'end', cell: (change) => show(change.after) },
        ]}
        rows={changes}
        empty={<p>変更した数はありません。</p>}
      />
    </details>
  );
};
