import { formatDay, parseDay } from '../../kernel/calendar.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import {
  EmptyState,
  FieldRow,
  Figures,
  FilterBar,
  FilterField,
  Form,
  Notice,
  Quantity,
  Section,
} from '../../ui/index.ts';
import { isEntered, sheetShapes } from '../allocations/index.ts';
import { cycleTitle } from '../cycles/index.ts';
import { CompareTable } from './compare-table.page.tsx';
import { HowList, OutcomeTable } from './outcome-table.page.tsx';
import { type ProposalsData, proposalsIn } from './proposals-data.ts';
import { proposalsPath } from './proposals-path.ts';
import { ruleDays } from './rules.ts';
import { takeProposalForm } from './take-proposal.form.ts';

const title = '分配案の比較';

/** S17: proposals side by side, before one is taken over into the draft. */
export const proposalsPage = (data: ProposalsData, screen: Screen): View => {
  const { open } = data;
  const shape = sheetShapes[open.giver.level];
  return {
    title,
    wide: true,
    breadcrumbs: [
      { label: 'ホーム', href: '/' },
      { label: shape.title, href: `${shape.path}/${open.cycle.id}` },
      { label: title },
    ],
    body: (
      <>
        <p class="lead">
          {cycleTitle(open.cycle)}の{shape.title}
          の案を並べて比べ、1つを下書きに取り込みます。取り込んだ数は、あとから変更できます。
        </p>
        {data.came === null ? (
          <EmptyState title={`${shape.source}がまだ決まっていません`}>
            <p>{shape.source}が決まると、ここで案を比べられます。</p>
          </EmptyState>
        ) : (
          <Proposals data={data} screen={screen} />
        )}
      </>
    ),
  };
};

type Props = { readonly data: ProposalsData; readonly screen: Screen };

const Proposals = ({ data, screen }: Props) => {
  const { vaccine } = data.open;
  const leftOver = (data.came ?? 0) - data.amount;
  return (
    <>
      <WhatIf data={data} />
      {data.amountFault && <Notice kind="error" title={`＊${data.amountFault}`} />}
      <Figures
        items={[
          {
            label: sheetShapes[data.open.giver.level].source,
            value: <Quantity value={data.came} unit={vaccine.unitName} large />,
            note: <Frames data={data} />,
          },
          {
            label: 'この案で分ける量',
            value: <Quantity value={data.amount} unit={vaccine.unitName} large />,
            note: leftOver > 0 && `残り ${leftOver.toLocaleString('ja-JP')}${vaccine.unitName}`,
          },
          {
            label: '案に入れる件数',
            value: <Quantity value={data.candidates.length} unit="件" large />,
            note:
              data.rows.length > data.candidates.length && `入れない ${data.rows.length - data.candidates.length}件`,
          },
        ]}
      />
      <Section
        title="案のまとめ"
        lead={`どの案も合計は${data.amount.toLocaleString('ja-JP')}${vaccine.unitName}です。1${vaccine.unitName}に満たない端数は切り捨て、残った分を端数の大きい順に1${vaccine.unitName}ずつ配ります。`}
      >
        <OutcomeTable data={data} />
      </Section>
      <Section title="計算のしかた">
        <HowList data={data} />
      </Section>
      <Take data={data} screen={screen} />
      <Section
        title="案ごとの数"
        lead="数の理由は「なぜこの数か」で確認できます。案に入れない行は、理由を名前の下に示しています。"
      >
        <CompareTable data={data} />
      </Section>
    </>
  );
};

const WhatIf = ({ data }: { readonly data: ProposalsData }) => {
  const { open, amount, rulesOn, came } = data;
  const path = proposalsPath(open);
  const own = open.cycle.deliveryFrom;
  return (
    <FilterBar action={path} resetHref={path} submit="この条件で案を作る" label="試す条件">
      <FilterField
        label={`分ける量（${open.vaccine.unitName}）`}
        name="amount"
        size={10}
        value={amount === came ? '' : String(amount)}
      />
      <FilterField
        label="きまりの時期"
        name="rules"
        value={rulesOn === own ? '' : rulesOn}
        options={[
          { value: '', label: `このクールのきまり（${formatDay(own)}）` },
          ...ruleDays().map((day) => ({ value: day, label: `${formatDay(parseDay(day) ?? day)}からのきまり` })),
        ]}
      />
    </FilterBar>
  );
};

const Frames = ({ data: { cameFrames } }: { readonly data: ProposalsData }) =>
  cameFrames.adjustment === undefined ? null : (
    <>
      基本計画枠 {(cameFrames.plan ?? 0).toLocaleString('ja-JP')}・調整枠{' '}
      {cameFrames.adjustment.toLocaleString('ja-JP')}
    </>
  );

const Take = ({ data, screen }: Props) => {
  const { open, amount, came, rulesOn } = data;
  const made = proposalsIn(data);
  if (made.length === 0) return null;
  if (open.sheet?.state === 'fixed' || open.cycle.state === 'closed')
    return (
      <Notice kind="info" title="この分配は確定しています">
        <p>案を取り込むときは、分配の画面で「修正する」を押してください。</p>
      </Notice>
    );
  const state = screen.form(
    takeProposalForm,
    {
      amount: amount === came ? '' : String(amount),
      rules: rulesOn === open.cycle.deliveryFrom ? '' : rulesOn,
    },
    open.sheet?.version ?? 0,
  );
  return (
    <Section title="下書きに取り込む">
      <Form
        def={takeProposalForm}
        state={state}
        action={proposalsPath(open)}
        submit="選んだ案を下書きに取り込む"
        guard={false}
      >
        {open.lines.some(isEntered) && (
          <p class="hint">いま下書きにある分配量は、取り込む前に確認のうえ置き換わります。</p>
        )}
        <FieldRow
          def={takeProposalForm}
          state={state}
          name="rule"
          options={made.map(({ rule }) => ({ value: rule.id, label: rule.name }))}
        />
        <FieldRow def={takeProposalForm} state={state} name="amount" />
        <FieldRow def={takeProposalForm} state={state} name="rules" />
      </Form>
    </Section>
  );
};
