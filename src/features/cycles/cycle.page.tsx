import { formatInstant, formatPeriod } from '../../kernel/calendar.ts';
import { boxes } from '../../kernel/quantities.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import {
  DataTable,
  DescriptionList,
  Figures,
  Form,
  LinkButton,
  Notice,
  Quantity,
  Section,
  Steps,
} from '../../ui/index.ts';
import { dosesOf, type Vaccine, vialsOf } from '../vaccines/index.ts';
import { cyclePublishForm } from './cycle.form.ts';
import type { CycleChange } from './cycle-change.ts';
import { StageLabel } from './cycle-list.page.tsx';
import { cycleSteps } from './cycle-steps.ts';
import { cycleMoves } from './cycles.states.ts';
import { type Cycle, cycleName, cycleTitle } from './cycles.ts';

export type Saved = 'draft' | 'published' | 'changed';
export type CyclePageData = {
  readonly cycle: Cycle;
  readonly vaccine: Vaccine;
  readonly changes: readonly CycleChange[];
  readonly saved: Saved | undefined;
};

const savedWords: Record<Saved, string> = {
  draft: '下書きを保存しました。まだ国だけに見えています。',
  published: '予定として公開しました。すべての利用者に見えています。',
  changed: '予定を変更し、関係する組織に知らせました。',
};

/** The line of steps, for 「ホーム」 of the offices too. */
export const CycleSteps = ({ cycle, now }: { readonly cycle: Cycle; readonly now: Date }) => (
  <Steps label={`${cycleTitle(cycle)}の予定`} steps={cycleSteps(cycle, now)} />
);

const SupplyFigures = ({ cycle, vaccine }: Pick<CyclePageData, 'cycle' | 'vaccine'>) => {
  const vials = cycle.supply === null ? null : vialsOf(boxes(cycle.supply), vaccine);
  const note = `1${vaccine.unitName}＝${vaccine.vialsPerUnit}バイアル、1バイアル＝${cycle.dosesPerVial}回`;
  return (
    <Figures
      items={[
        {
          label: '供給量',
          value: <Quantity value={cycle.supply} unit={vaccine.unitName} large />,
          note: cycle.supply === null && '未定',
        },
        { label: 'バイアル数', value: <Quantity value={vials} unit="本" large /> },
        {
          label: '接種回数',
          value: <Quantity value={vials && dosesOf(vials, cycle.dosesPerVial)} unit="回" large />,
          note,
        },
      ]}
    />
  );
};

const DraftBox = ({ cycle, screen }: { readonly cycle: Cycle; readonly screen: Screen }) => (
  <Notice kind="warning" title="下書きです。国だけに見えています。">
    <p>公開すると、すべての利用者に「予定」として見えるようになります。</p>
    <Form
      def={cyclePublishForm}
      state={screen.form(cyclePublishForm, {}, cycle.version)}
      action={`/cycles/${cycle.id}/publish`}
      submit={cycleMoves.publish.label}
      guard={false}
    >
      {null}
    </Form>
  </Notice>
);

const History = ({ changes }: { readonly changes: readonly CycleChange[] }) => (
  <Section title="変更履歴">
    <DataTable
      caption="変更履歴"
      captionHidden
      stack
      columns={[
        { key: 'at', label: '日時', nowrap: true, cell: (row) => formatInstant(row.at) },
        {
          key: 'changes',
          label: '変更の内容',
          cell: (row) =>
            row.changes.map(({ label, from, to }) => (
              <div key={label}>
                {label}：{from} → {to}
              </div>
            )),
        },
        { key: 'reason', label: '理由' },
      ]}
      rows={changes}
    />
  </Section>
);

/** 「クール」 of one vaccine: its periods with today's place, and the numbers. */
export const cyclePage = ({ cycle, vaccine, changes, saved }: CyclePageData, screen: Screen): View => ({
  title: `クール ${cycleTitle(cycle)}`,
  breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: 'クール', href: '/cycles' }, { label: cycleName(cycle) }],
  actions: screen.may('cycle.define') && cycle.state !== 'closed' && (
    <LinkButton
      href={cycle.state === 'draft' ? `/cycles/${cycle.id}/edit` : `/cycles/${cycle.id}/change`}
      icon="pencil"
    >
      {cycle.state === 'draft' ? '編集' : '予定を変更する'}
    </LinkButton>
  ),
  body: (
    <>
      {saved && <Notice kind="success" title={savedWords[saved]} live />}
      {cycle.state === 'draft' && screen.may('cycle.define') && <DraftBox cycle={cycle} screen={screen} />}
      <Section title="予定">
        <CycleSteps cycle={cycle} now={screen.now} />
        <DescriptionList
          items={[
            { label: '状態', value: <StageLabel cycle={cycle} now={screen.now} /> },
            {
              label: '登録期間',
              value: `${formatInstant(cycle.registrationFrom)}〜${formatInstant(cycle.registrationTo)}`,
            },
            { label: '標準配送期間', value: formatPeriod(cycle.deliveryFrom, cycle.deliveryTo) },
            { label: '標準接種期間', value: formatPeriod(cycle.vaccinationFrom, cycle.vaccinationTo) },
          ]}
        />
      </Section>
      <Section title="ワクチン">
        <DescriptionList
          items={[
            { label: 'ワクチン', value: <a href={`/vaccines/${vaccine.id}`}>{vaccine.name}</a> },
            { label: '接種の区分', value: cycle.campaignName },
            { label: 'クール', value: cycleName(cycle) },
          ]}
        />
      </Section>
      <Section title="供給量">
        <SupplyFigures cycle={cycle} vaccine={vaccine} />
      </Section>
      {changes.length > 0 && <History changes={changes} />}
    </>
  ),
});
