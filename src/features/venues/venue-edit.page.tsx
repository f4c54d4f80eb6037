import type { FormState, Option } from '../../kernel/form.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import {
  CellInput,
  DataTable,
  DescriptionList,
  FieldError,
  FieldRow,
  Form,
  LinkButton,
  Section,
} from '../../ui/index.ts';
import { municipalityByCode, prefectureByCode } from '../areas/index.ts';
import { type AddressPart, type AddressStep, townsTyped, withAddress } from './delivery-address.ts';
import { DeliveryPart } from './delivery-part.page.tsx';
import { Pending, ProxyNotice, WaitingNotice } from './pending.page.tsx';
import { venueForm } from './venue.form.ts';
import { startTexts, type VenueData, waits } from './venue-data.ts';
import { type SectionKey, sections } from './venue-field.ts';
import { fieldsIn, type VenueFieldName } from './venue-fields.ts';
import { isShown } from './venue-values.ts';
import { roleNames } from './venues.ts';

export type VenueEditData = VenueData & {
  /** Which of the two address buttons was pressed; nothing is saved by them. */
  readonly address?: AddressStep;
};

const delivery: readonly VenueFieldName[] = ['deliverySame', 'deliveryPostalCode', 'deliveryAddress'];

type Part = { readonly data: VenueEditData; readonly state: FormState };

const Row = ({
  data,
  state,
  name,
  options,
}: Part & { readonly name: VenueFieldName; readonly options?: readonly Option[] }) => (
  <>
    <FieldRow
      def={venueForm}
      state={state}
      name={name}
      {...(options && { options })}
      {...(waits(data, name) && { aside: <Pending data={data} field={name} /> })}
    />
  </>
);

const vendorOptions = ({ choices }: VenueData): Option[] =>
  choices.vendors.map(({ id, name }) => ({ value: String(id), label: name }));

const Fields = ({ data, state, names }: Part & { readonly names: readonly VenueFieldName[] }) => (
  <>
    {names.map((name) => (
      <Row
        key={name}
        data={data}
        state={state}
        name={name}
        {...(name === 'vendorId' && { options: vendorOptions(data) })}
      />
    ))}
  </>
);

const Info = ({ data, state, part }: Part & { readonly part: AddressPart }) => (
  <Section title={sections.info}>
    <Fields data={data} state={state} names={fieldsIn('info').filter((name) => !delivery.includes(name))} />
    {delivery.some((name) => waits(data, name)) && <Pending data={data} field="deliveryAddress" />}
    <DeliveryPart state={state} path={`${data.base}/edit`} towns={part.towns} {...(part.said && { said: part.said })} />
  </Section>
);

const Reception = ({ data, state }: Part) => {
  const { venue } = data;
  return (
    <Section
      title={sections.reception}
      lead="ワクチン接種契約受付システムから連携された情報です。内容を確認し、更新が必要な項目を変更してください。下線の項目の変更には、市町村の承認が必要です。"
    >
      <DescriptionList
        items={[
          { label: '保険医療機関コード', value: venue.code, locked: true },
          { label: '都道府県', value: prefectureByCode(venue.prefectureCode)?.name, locked: true },
          { label: '市町村', value: municipalityByCode(venue.municipalityCode)?.name, locked: true },
          { label: '小規模施設', value: venue.smallFacility ? '該当する' : '該当しない', locked: true },
        ]}
      />
      <p class="hint">鍵のついた項目を直す必要があるときは、市町村にお問い合わせください。</p>
      <Fields data={data} state={state} names={fieldsIn('reception')} />
    </Section>
  );
};

const roleOptions: readonly Option[] = [
  { value: '', label: '取り扱わない' },
  ...Object.entries(roleNames).map(([value, label]) => ({ value, label })),
];

const Handled = ({ data, state }: Part) => (
  <Section
    title={sections.handled}
    lead="取り扱うワクチンごとに、自施設が基本型接種施設かサテライト型（連携型）接種施設かを選択します。変更には市町村の承認が必要です。"
  >
    {waits(data, 'handled') && (
      <p>
        <Pending data={data} field="handled" />
      </p>
    )}
    <DataTable
      caption="取扱ワクチン"
      captionHidden
      stack
      rows={data.choices.vaccines}
      rowKey={({ id }) => String(id)}
      columns={[
        { key: 'name', label: 'ワクチン' },
        {
          key: 'role',
          label: '基本型・サテライト型',
          cell: ({ id, name }) => (
            <CellInput
              def={venueForm}
              state={state}
              table="handled"
              row={String(id)}
              rowLabel={name}
              label={`${name} 取扱ワクチン`}
              column="role"
              options={roleOptions}
            />
          ),
        },
      ]}
    />
    <FieldError id="venue-handled-error" message={state.errors.handled} />
    <div class="section">
      <Fields data={data} state={state} names={fieldsIn('handled')} />
    </div>
  </Section>
);

const simple: readonly SectionKey[] = ['doctor', 'vaccine', 'needles', 'dry_ice', 'holidays', 'navi'];

const leads: Partial<Record<SectionKey, string>> = {
  navi: '各項目の入力は任意です。下線の項目の変更には市町村の承認が必要で、承認後にコロナワクチンナビに反映されます。',
};

/** The state of the form, with what the address buttons filled in. */
const stateOf = (data: VenueEditData, screen: Screen): { state: FormState; part: AddressPart } => {
  const state = screen.form(venueForm, startTexts(data), data.venue.version);
  if (!data.address) return { state, part: { values: state.values, errors: {}, towns: townsTyped(state.values) } };
  const part = withAddress(state.values, data.address);
  return { state: { ...state, values: part.values, errors: { ...state.errors, ...part.errors } }, part };
};

/** 「医療機関・接種会場の編集 [名称]」 (M2.1-2 to M2.1-10). */
export const venueEditPage = (data: VenueEditData, screen: Screen): View => {
  const { venue, base } = data;
  const { state, part } = stateOf(data, screen);
  const names = new Map(data.choices.vaccines.map(({ id, name }) => [String(id), name]));
  const title = `医療機関・接種会場の編集 ${venue.values.name}`;
  return {
    title,
    breadcrumbs: [
      { label: 'ホーム', href: '/' },
      ...(data.proxy ? [{ label: '医療機関・接種会場', href: '/venues' }] : []),
      { label: `医療機関・接種会場 ${venue.values.name}`, href: base },
      { label: '編集' },
    ],
    islands: ['venue-edit'],
    body: (
      <>
        <ProxyNotice data={data} />
        <WaitingNotice data={data} />
        <Form
          def={venueForm}
          state={state}
          action={`${base}/edit`}
          submit="申請・保存"
          secondary={<LinkButton href={base}>キャンセル</LinkButton>}
          sticky
          rowLabel={(_table, row) => `${names.get(row) ?? ''} 取扱ワクチン`}
        >
          <Info data={data} state={state} part={part} />
          <Reception data={data} state={state} />
          <Handled data={data} state={state} />
          {simple
            .filter((section) => isShown(section, venue.smallFacility))
            .map((section) => (
              <Section key={section} title={sections[section]} {...(leads[section] && { lead: leads[section] })}>
                <Fields data={data} state={state} names={fieldsIn(section)} />
              </Section>
            ))}
        </Form>
      </>
    ),
  };
};
