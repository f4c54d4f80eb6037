import type { View } from '../../platform/http/index.ts';
import { DescriptionList, LinkButton, Quantity, Section } from '../../ui/index.ts';
import { sheetShapes } from '../allocations/index.ts';
import { cycleTitle } from '../cycles/index.ts';
import type { ReceiverRow } from './candidates.ts';
import { frameWords, versionText, whyShare } from './explain.ts';
import { type ProposalsData, proposalsIn } from './proposals-data.ts';
import { withConditions } from './proposals-path.ts';
import { givenTo, type Proposal } from './propose.ts';

export type WhyData = { readonly data: ProposalsData; readonly row: ReceiverRow };

/** S17 「なぜこの数か」: how each proposal comes to the number of one row. */
export const whyPage = ({ data, row }: WhyData): View => {
  const { open } = data;
  const shape = sheetShapes[open.giver.level];
  const title = `なぜこの数か　${row.name}`;
  return {
    title,
    breadcrumbs: [
      { label: 'ホーム', href: '/' },
      { label: shape.title, href: `${shape.path}/${open.cycle.id}` },
      { label: '分配案の比較', href: withConditions(data) },
      { label: row.name },
    ],
    body: (
      <>
        <p class="lead">
          {cycleTitle(open.cycle)}で{data.amount.toLocaleString('ja-JP')}
          {open.vaccine.unitName}を分けるとき、それぞれの案で{row.name}の数がどう決まるかを示します。
        </p>
        <Section title="元になる数">
          <Basis data={data} row={row} />
        </Section>
        {proposalsIn(data).map((proposal) => (
          <WhyProposal key={proposal.rule.id} data={data} row={row} proposal={proposal} />
        ))}
        <p>
          <LinkButton href={withConditions(data)}>分配案の比較へ戻る</LinkButton>
        </p>
      </>
    ),
  };
};

const Basis = ({ data, row }: WhyData) => {
  const weighing = data.weighings.get(row.key);
  const weights = data.candidates.find(({ key }) => key === row.key)?.weights;
  const area = data.open.giver.level !== 'municipal';
  return (
    <DescriptionList
      items={[
        ...(area ? [{ label: '人口', value: <Quantity value={weights?.population ?? null} unit="人" /> }] : []),
        {
          label: '納入希望量',
          value: <Quantity value={weighing?.demand ?? null} unit={data.open.vaccine.unitName} />,
        },
        {
          label: '必要な接種回数',
          value: <Quantity value={weighing && weighing.known > 0 ? weighing.need : null} unit="回" />,
        },
        {
          label: '在庫と使用実績が分かる施設',
          value: `${(weighing?.known ?? 0).toLocaleString('ja-JP')}/${(weighing?.venues ?? 0).toLocaleString('ja-JP')}施設`,
        },
      ]}
    />
  );
};

const WhyProposal = ({ data, row, proposal }: WhyData & { readonly proposal: Proposal }) => {
  const unitName = data.open.vaccine.unitName;
  const { rule, pinned, parts, units } = proposal;
  const count = units.size - pinned.size;
  return (
    <Section
      title={`${rule.name}：${givenTo(proposal, row.key).toLocaleString('ja-JP')}${unitName}`}
      lead={`${rule.source}　${versionText(rule)}`}
      card
    >
      {pinned.has(row.key) ? (
        <p>
          すでに下の段階で{pinned.get(row.key)?.toLocaleString('ja-JP')}
          {unitName}が確定しているため、それより少なくならないように、その量のままにしています。
        </p>
      ) : (
        parts.map((part) => (
          <div key={part.part.frame}>
            {parts.length > 1 && (
              <h3>
                {frameWords[part.part.frame]}：{part.shares.get(row.key)?.units.toLocaleString('ja-JP')}
                {unitName}
              </h3>
            )}
            {whyShare({ part, key: row.key, unitName, count }).map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
        ))
      )}
    </Section>
  );
};
