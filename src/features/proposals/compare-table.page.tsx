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

/** People of each area that may receive something. */
const populations = ({ candidates }: ProposalsData): ReadonlyMap<string, number | null> =>
  new Map(candidates.map(({ key, weights }) => [key, weights.population]));

/** What stands in the draft, or is fixed, in whole units; missing: not entered. */
const draftUnits = ({ open }: ProposalsData): ReadonlyMap<string, number | null> =>
  new Map(
    [...Map.groupBy(open.lines, ({ receiver }) => receiver)].map(([key, lines]) => [
      key,
      sumKnown(lines.map(({ units }) => units)),
    ]),
  );

const columnKey = ({ rule }: Proposal): string => `rule-${rule.id}`;

const columnsOf = (data: ProposalsData): Column<ReceiverRow>[] => {
  const { open } = data;
  const [people, draft] = [populations(data), draftUnits(data)];
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
    ...(level === 'municipal' ? [] : [number('population', '人口', '人', (key) => people.get(key) ?? null)]),
    number('demand', '希望量', unit, (key) => data.weighings.get(key)?.demand ?? null),
    number(
      'draft',
      open.sheet?.state === 'fixed' ? '確定した量' : 'いまの下書き',
      unit,
      (key) => draft.get(key) ?? null,
    ),
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
  draft: <Quantity value={sumKnown(draftUnits(data).values())} />,
  ...Object.fromEntries(
    proposalsIn(data).map((proposal) => [
      columnKey(proposal),
      <Quantity value={proposal.total} key={columnKey(proposal)} />,
    ]),
  ),
});
