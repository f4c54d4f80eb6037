import { type Column, DataTable, DescriptionList, Quantity } from '../../ui/index.ts';
import { outcomeOf } from './compare.ts';
import { howProposal, versionText } from './explain.ts';
import { isProposal, type ProposalsData, type Tried } from './proposals-data.ts';
import { withConditions } from './proposals-path.ts';

const refusals = {
  nobody: '分配できる相手がありません。',
  floors: '下の段階で確定した量の合計が、分ける量を超えています。',
  unknown: '在庫と使用実績の両方が分かる施設がまだないため、作成できません。',
} as const;

/** One line a rule: what it comes to. */
export const OutcomeTable = ({ data }: { readonly data: ProposalsData }) => (
  <DataTable
    caption="案のまとめ"
    captionHidden
    stack
    columns={columnsOf(data)}
    rows={data.tried}
    rowKey={({ rule }) => rule.id}
  />
);

/** How each proposal is computed, and from what. */
export const HowList = ({ data }: { readonly data: ProposalsData }) => (
  <DescriptionList
    items={data.tried.map(({ rule, result }) => ({
      label: rule.name,
      value: (
        <>
          {(isProposal(result) ? howProposal(result, data.open.vaccine.unitName) : [refusals[result]]).map((line) => (
            <div key={line}>{line}</div>
          ))}
          <div class="hint">
            {rule.source}　{versionText(rule)}
          </div>
        </>
      ),
    }))}
  />
);

const columnsOf = (data: ProposalsData): Column<Tried>[] => {
  const { open, weighings } = data;
  const { vaccine, cycle } = open;
  const outcome = ({ result }: Tried) => (isProposal(result) ? outcomeOf(result, weighings) : null);
  const number = (
    key: string,
    label: string,
    unit: string,
    of: (tried: Tried) => number | null | undefined,
  ): Column<Tried> => ({ key, label, unit, align: 'end', cell: (tried) => <Quantity value={of(tried) ?? null} /> });
  const sum = (tried: Tried): number | null => {
    const found = outcome(tried);
    return found && found.plan + found.adjustment;
  };
  return [
    { key: 'name', label: '案', cell: ({ rule }) => rule.name },
    ...(open.giver.level === 'municipal'
      ? []
      : [
          number('plan', '基本計画枠', vaccine.unitName, (tried) => outcome(tried)?.plan),
          number('adjustment', '調整枠', vaccine.unitName, (tried) => outcome(tried)?.adjustment),
        ]),
    number('sum', '合計', vaccine.unitName, sum),
    number('doses', '接種回数', '回', (tried) => {
      const units = sum(tried);
      return units === null ? null : units * vaccine.vialsPerUnit * cycle.dosesPerVial;
    }),
    number('none', `0${vaccine.unitName}`, '件', (tried) => outcome(tried)?.none),
    number('over', '希望量より多い', '件', (tried) => outcome(tried)?.over),
    {
      key: 'range',
      label: '最小〜最大',
      unit: vaccine.unitName,
      align: 'end',
      nowrap: true,
      cell: (tried) => {
        const found = outcome(tried);
        return found ? (
          `${found.least.toLocaleString('ja-JP')}〜${found.most.toLocaleString('ja-JP')}`
        ) : (
          <Quantity value={null} />
        );
      },
    },
    ...(open.giver.level === 'national'
      ? [
          {
            key: 'country',
            label: '全国では',
            nowrap: true,
            cell: ({ rule, result }: Tried) =>
              isProposal(result) && (
                <a
                  href={withConditions(data, '/country', { rule: rule.id })}
                  aria-label={`${rule.name} 全国ではどうなるか`}
                >
                  どうなるか
                </a>
              ),
          },
        ]
      : []),
  ];
};
