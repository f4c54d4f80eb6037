import { sumKnown } from '../../kernel/quantities.ts';
import { type Column, DataTable, Quantity, StateLabel } from '../../ui/index.ts';
import { sheetShapes } from '../allocations/index.ts';
import { leftOut, type ReceiverRow } from './candidates.ts';
import { type ProposalsData, proposalsIn } from './proposals-data.ts';
import { withConditions } from './proposals-path.ts';
import { givenTo, type Proposal } from './propose.ts';

/** The receivers with what each proposal would give them. */
export const CompareTable = ({ data }: { readonly data: ProposalsData }) => (
  <DataTable
    caption="案ごとの数"
    captionHidden
    columns={columnsOf(data)}
    rows={data.rows}
    rowKey={({ key }) => key}
    foot={footOf(data)}
  />
);

const Name = ({ row }: { readonly row: ReceiverRow }) => {
  const reason = leftOut(row);
  return (
    <>
      {row.name}
      {row.code && <span class="figure-note">{row.code}</span>}
      {reason && <StateLabel tone="warning">{reason}</StateLabel>}
    </>
  );
};

const weightIn = (data: ProposalsData, key: string, of: 'population' | 'demand' | 'need'): number | null =>
  data.candidates.find((one) => one.key === key)?.weights[of] ?? null;

/** What stands in the draft, or is fixed, in whole units; null: not entered. */
const draftOf = ({ open }: ProposalsData, key: string): number | null =>
  sumKnown(open.lines.filter(({ receiver }) => receiver === key).map(({ units }) => units));

const columnKey = ({ rule }: Proposal): string => `rule-${rule.id}`;

const columnsOf = (data: ProposalsData): Column<ReceiverRow>[] => {
  const { open } = data;
  const unit = open.vaccine.unitName;
  const level = open.giver.level;
  const number = (key: string, label: string, of: string | undefined, value: (key: string) => number | null) => ({
    key,
    label,
    unit: of,
    align: 'end' as const,
    cell: (row: ReceiverRow) => <Quantity value={value(row.key)} />,
  });
  return [
    { key: 'name', label: sheetShapes[level].receiver, sticky: true, cell: (row) => <Name row={row} /> },
    ...(level === 'municipal' ? [] : [number('population', '人口', '人', (key) => weightIn(data, key, 'population'))]),
    number('demand', '希望量', unit, (key) => data.weighings.get(key)?.demand ?? null),
    number('draft', open.sheet?.state === 'fixed' ? '確定した量' : 'いまの下書き', unit, (key) => draftOf(data, key)),
    ...proposalsIn(data).map((proposal) => ({
      key: columnKey(proposal),
      label: proposal.rule.shortName,
      group: '案',
      unit,
      align: 'end' as const,
      cell: (row: ReceiverRow) => <Given proposal={proposal} row={row} />,
    })),
    {
      key: 'why',
      label: '理由',
      nowrap: true,
      sticky: 'end',
      cell: (row) =>
        leftOut(row) === null && (
          <a href={withConditions(data, `/${row.key}`)} aria-label={`なぜこの数か ${row.name}`}>
            なぜこの数か
          </a>
        ),
    },
  ];
};

const Given = ({ proposal, row }: { readonly proposal: Proposal; readonly row: ReceiverRow }) => {
  const units = proposal.units.get(row.key);
  if (!units) return <Quantity value={null} />;
  return (
    <>
      <Quantity value={givenTo(proposal, row.key)} />
      {proposal.rule.parts.length > 1 && (
        <span class="figure-note">
          {units.plan}＋{units.adjustment}
        </span>
      )}
    </>
  );
};

const footOf = (data: ProposalsData) => ({
  demand: <Quantity value={sumKnown(data.rows.map(({ key }) => data.weighings.get(key)?.demand ?? null))} />,
  draft: <Quantity value={sumKnown(data.rows.map(({ key }) => draftOf(data, key)))} />,
  ...Object.fromEntries(
    proposalsIn(data).map((proposal) => [
      columnKey(proposal),
      <Quantity value={proposal.total} key={columnKey(proposal)} />,
    ]),
  ),
});
