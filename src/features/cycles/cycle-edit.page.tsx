import type { FormDef, FormState, Option } from '../../kernel/form.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import { Columns, DescriptionList, FieldRow, Form, LinkButton, Notice, Section } from '../../ui/index.ts';
import { cycleChangeForm, cycleForm } from './cycle.form.ts';
import type { Campaign } from './cycle-change.ts';
import { cycleTexts, planTexts } from './cycle-input.ts';
import { type Cycle, cycleName, cycleTitle } from './cycles.ts';

export type CycleEditData = {
  /** null: a new one. */
  readonly cycle: Cycle | null;
  readonly campaigns: readonly Campaign[];
  readonly vaccines: readonly { readonly id: number; readonly name: string }[];
};

const optionsOf = (records: readonly { readonly id: number; readonly name: string }[]): Option[] =>
  records.map(({ id, name }) => ({ value: String(id), label: name }));

type PlanFieldsProps<D extends FormDef> = { readonly def: D; readonly state: FormState; readonly screen: Screen };

const PlanFields = ({ def, state, screen }: PlanFieldsProps<typeof cycleForm | typeof cycleChangeForm>) => (
  <>
    <Section title="期間">
      <Columns>
        <FieldRow def={def} state={state} name="registrationFrom" />
        <FieldRow def={def} state={state} name="registrationTo" />
      </Columns>
      <Columns>
        <FieldRow def={def} state={state} name="deliveryFrom" today={screen.today} />
        <FieldRow def={def} state={state} name="deliveryTo" today={screen.today} />
      </Columns>
      <Columns>
        <FieldRow def={def} state={state} name="vaccinationFrom" today={screen.today} />
        <FieldRow def={def} state={state} name="vaccinationTo" today={screen.today} />
      </Columns>
    </Section>
    <Section title="供給量">
      <FieldRow def={def} state={state} name="supply" />
    </Section>
  </>
);

const CycleFields = ({ data, screen }: { readonly data: CycleEditData; readonly screen: Screen }) => {
  const { cycle, campaigns, vaccines } = data;
  const first: Record<string, string> = campaigns.length === 1 ? { campaignId: String(campaigns[0]?.id) } : {};
  const state = screen.form(cycleForm, cycle ? cycleTexts(cycle) : first, cycle?.version);
  const def = cycleForm;
  return (
    <Form
      def={def}
      state={state}
      action={cycle ? `/cycles/${cycle.id}/edit` : '/cycles/new'}
      submit="下書きとして保存"
      sticky
      secondary={<LinkButton href={cycle ? `/cycles/${cycle.id}` : '/cycles'}>キャンセル</LinkButton>}
    >
      {cycle && cycle.state !== 'draft' && (
        <Notice kind="warning" title="このクールはすでに公開されています。">
          <p>
            ここでは保存できません。期間と供給量は<a href={`/cycles/${cycle.id}/change`}>予定の変更</a>で変えられます。
          </p>
        </Notice>
      )}
      <Section title="クール">
        {campaigns.length > 0 && <FieldRow def={def} state={state} name="campaignId" options={optionsOf(campaigns)} />}
        <FieldRow
          def={def}
          state={state}
          name="newCampaign"
          meta={campaigns.length === 0 ? { hint: '例：初回接種', required: true } : {}}
        />
        <FieldRow def={def} state={state} name="vaccineId" options={optionsOf(vaccines)} />
        <Columns>
          <FieldRow def={def} state={state} name="number" />
          <FieldRow def={def} state={state} name="branch" />
        </Columns>
      </Section>
      <PlanFields def={def} state={state} screen={screen} />
    </Form>
  );
};

const crumbs = (cycle: Cycle | null, title: string) => [
  { label: 'ホーム', href: '/' },
  { label: 'クール', href: '/cycles' },
  ...(cycle ? [{ label: cycleName(cycle), href: `/cycles/${cycle.id}` }] : []),
  { label: title },
];

/** 「クールの登録」「クールの編集」 (S1): all of a draft. */
export const cycleEditPage = (data: CycleEditData, screen: Screen): View => {
  const title = data.cycle ? `クールの編集 ${cycleTitle(data.cycle)}` : 'クールの登録';
  return { title, breadcrumbs: crumbs(data.cycle, title), body: <CycleFields data={data} screen={screen} /> };
};

/** 「クールの予定の変更」 (S1): what may still change once it is published. */
export const cycleChangePage = (cycle: Cycle, screen: Screen): View => {
  const title = `クールの予定の変更 ${cycleTitle(cycle)}`;
  const state = screen.form(cycleChangeForm, planTexts(cycle), cycle.version);
  return {
    title,
    breadcrumbs: crumbs(cycle, '予定の変更'),
    body: (
      <Form
        def={cycleChangeForm}
        state={state}
        action={`/cycles/${cycle.id}/change`}
        submit="変更する"
        sticky
        secondary={<LinkButton href={`/cycles/${cycle.id}`}>キャンセル</LinkButton>}
      >
        <Section title="変更するクール">
          <DescriptionList
            items={[
              { label: 'クール', value: cycleTitle(cycle), locked: true },
              { label: '接種の区分', value: cycle.campaignName, locked: true },
            ]}
          />
        </Section>
        <PlanFields def={cycleChangeForm} state={state} screen={screen} />
        <Section title="理由">
          <FieldRow def={cycleChangeForm} state={state} name="reason" />
        </Section>
      </Form>
    ),
  };
};
