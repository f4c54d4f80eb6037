import { rowKeys } from '../../kernel/form.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import { CellInput, DataTable, FieldRow, Form, LinkButton, Section } from '../../ui/index.ts';
import { vaccineForm } from './vaccine.form.ts';
import { doseRowKeys, vaccineTexts } from './vaccine-input.ts';
import type { DosesPerVial, Maker, Vaccine } from './vaccines.ts';

export type VaccineEditData = {
  /** null: a new one. */
  readonly vaccine: Vaccine | null;
  readonly doses: readonly DosesPerVial[];
  readonly makers: readonly Maker[];
};

const makerOptions = ({ makers, vaccine }: VaccineEditData) => {
  const known =
    vaccine && !makers.some(({ id }) => id === vaccine.makerId)
      ? [{ id: vaccine.makerId, name: vaccine.makerName }]
      : [];
  return [...makers, ...known].map(({ id, name }) => ({ value: String(id), label: name }));
};

const VaccineFields = ({ data, screen }: { readonly data: VaccineEditData; readonly screen: Screen }) => {
  const { vaccine, doses } = data;
  const state = screen.form(vaccineForm, vaccine ? vaccineTexts(vaccine, doses) : {}, vaccine?.version);
  const def = vaccineForm;
  const typed = rowKeys(state.values, 'doses');
  const keys = typed.length > doses.length ? typed : doseRowKeys(doses.length);
  return (
    <Form
      def={def}
      state={state}
      action={vaccine ? `/vaccines/${vaccine.id}/edit` : '/vaccines/new'}
      submit="保存"
      sticky
      secondary={<LinkButton href={vaccine ? `/vaccines/${vaccine.id}` : '/vaccines'}>キャンセル</LinkButton>}
      rowLabel={(_table, row) => `${row}行目`}
    >
      <Section title="ワクチンの情報">
        <FieldRow def={def} state={state} name="name" />
        <FieldRow def={def} state={state} name="shortName" />
        <FieldRow def={def} state={state} name="makerId" options={makerOptions(data)} />
        <FieldRow def={def} state={state} name="announcedFrom" today={screen.today} />
        <FieldRow def={def} state={state} name="usableFrom" today={screen.today} />
        <FieldRow def={def} state={state} name="intervalDays" />
      </Section>
      <Section title="包装と保管">
        <FieldRow def={def} state={state} name="unitName" />
        <FieldRow def={def} state={state} name="vialsPerUnit" />
        <FieldRow def={def} state={state} name="dilution" />
        <FieldRow def={def} state={state} name="storage" />
        <FieldRow def={def} state={state} name="asksStorage" />
        <FieldRow def={def} state={state} name="route" />
      </Section>
      <Section
        title="1バイアルあたりの接種回数"
        lead="クールの標準配送期間の最初の日で決まります。登録済みのクールの回数は変わりません。行を消すときは、日付と回数の両方を空にします。"
      >
        <DataTable
          caption="1バイアルあたりの接種回数"
          captionHidden
          stack
          rows={keys}
          rowKey={(key) => key}
          columns={[
            { key: 'n', label: '行', cell: (key) => `${key}行目` },
            {
              key: 'fromDay',
              label: '標準配送期間の最初の日',
              cell: (key) => (
                <CellInput
                  def={def}
                  state={state}
                  table="doses"
                  row={key}
                  rowLabel={`${key}行目`}
                  column="fromDay"
                  today={screen.today}
                />
              ),
            },
            {
              key: 'doses',
              label: '1バイアルの接種回数',
              unit: '回',
              cell: (key) => (
                <CellInput def={def} state={state} table="doses" row={key} rowLabel={`${key}行目`} column="doses" />
              ),
            },
          ]}
        />
      </Section>
    </Form>
  );
};

/** 「ワクチンの登録」「ワクチンの編集」 (S1). */
export const vaccineEditPage = (data: VaccineEditData, screen: Screen): View => {
  const title = data.vaccine ? `ワクチンの編集 ${data.vaccine.shortName}` : 'ワクチンの登録';
  return {
    title,
    breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: 'ワクチン', href: '/vaccines' }, { label: title }],
    body: <VaccineFields data={data} screen={screen} />,
  };
};
