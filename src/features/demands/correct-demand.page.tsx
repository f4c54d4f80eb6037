import { formatInstant } from '../../kernel/calendar.ts';
import { showQuantity } from '../../kernel/quantities.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import { DataTable, DescriptionList, FieldRow, Form, LinkButton, Notice, Quantity, Section } from '../../ui/index.ts';
import { cycleTitle } from '../cycles/index.ts';
import { correctDemandForm } from './correct-demand.form.ts';
import { type DemandChange, storageChoices, storageLabel, storagesFor } from './demands.ts';
import type { Correction } from './load-correction.service.ts';
import { sheetHref } from './sheet.ts';

const list = '納入希望量の確認';

/** S4: one venue's demand, corrected with a reason, or entered for a venue that entered none. */
export const correctDemandPage = (correction: Correction, screen: Screen): View => {
  const { demand, venue, cycle } = correction;
  const title = demand ? '納入希望量の修正' : '納入希望量の入力';
  return {
    title,
    breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: list, href: sheetHref(cycle.id) }, { label: venue.name }],
    body: (
      <>
        <Section title={venue.name} lead={cycleTitle(cycle)}>
          <Facts correction={correction} />
        </Section>
        <Section title={demand ? '修正する内容' : '入力する内容'}>
          <CorrectForm correction={correction} screen={screen} />
        </Section>
        {correction.changes.length > 0 && <History changes={correction.changes} unit={correction.vaccine.unitName} />}
      </>
    ),
  };
};

const Facts = ({ correction: { demand, venue, vaccine } }: { readonly correction: Correction }) => (
  <>
    {!demand && (
      <Notice kind="warning" title="この施設の納入希望量は未入力です。">
        <p>施設に確認のうえ、代わりに入力できます。だれが入力したかは記録に残り、施設にもお知らせします。</p>
      </Notice>
    )}
    <DescriptionList
      items={[
        {
          label: '登録された納入希望量',
          value: demand && <Quantity value={demand.requested} unit={vaccine.unitName} />,
        },
        {
          label: '修正後の納入希望量',
          value:
            (demand?.corrected !== undefined && demand?.corrected !== null && (
              <Quantity value={demand.corrected} unit={vaccine.unitName} />
            )) ||
            null,
        },
        { label: '登録日時', value: demand && formatInstant(demand.registeredAt) },
        ...(vaccine.asksStorage
          ? [
              { label: '保管管理', value: storageLabel(demand?.storage ?? null) },
              { label: 'ディープフリーザー（-75℃）', value: venue.freezers75, unit: '台' },
            ]
          : []),
      ]}
    />
  </>
);

const CorrectForm = ({
  correction: { demand, venue, vaccine, cycle },
  screen,
}: {
  readonly correction: Correction;
  readonly screen: Screen;
}) => {
  const amount = demand && (demand.corrected ?? demand.requested);
  const storages = storagesFor(vaccine.asksStorage, venue.freezers75);
  const only = storages.length === 1 ? storages[0] : undefined;
  const state = screen.form(
    correctDemandForm,
    { amount: amount === null ? '' : String(amount), ...(only && { storage: only }) },
    demand?.version ?? 0,
  );
  return (
    <Form
      def={correctDemandForm}
      state={state}
      action={`/demands/${cycle.id}/venues/${venue.id}`}
      submit={demand ? '修正する' : '入力する'}
      secondary={<LinkButton href={sheetHref(cycle.id)}>一覧へ戻る</LinkButton>}
    >
      <FieldRow def={correctDemandForm} state={state} name="amount" meta={{ unit: vaccine.unitName }} />
      {!demand && storages.length > 0 && (
        <FieldRow
          def={correctDemandForm}
          state={state}
          name="storage"
          meta={{ required: true }}
          options={storageChoices.filter(({ value }) => storages.includes(value))}
        />
      )}
      <FieldRow def={correctDemandForm} state={state} name="reason" />
    </Form>
  );
};

const History = ({ changes, unit }: { readonly changes: readonly DemandChange[]; readonly unit: string }) => (
  <Section title="履歴">
    <DataTable
      caption="納入希望量の履歴"
      captionHidden
      stack
      rows={changes}
      columns={[
        { key: 'at', label: '日時', nowrap: true, cell: ({ at }) => formatInstant(at) },
        { key: 'org', label: '入力した組織', cell: ({ orgName }) => orgName },
        { key: 'requested', label: '登録', unit, align: 'end', cell: ({ requested }) => showQuantity(requested) },
        {
          key: 'corrected',
          label: '修正後',
          unit,
          align: 'end',
          cell: ({ corrected }) => <Quantity value={corrected} />,
        },
        { key: 'reason', label: '理由', cell: ({ reason }) => reason },
      ]}
    />
  </Section>
);
