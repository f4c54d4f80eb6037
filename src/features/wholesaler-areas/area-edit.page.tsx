import type { Option } from '../../kernel/form.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import { Button, DescriptionList, FieldRow, Form, LinkButton, Section } from '../../ui/index.ts';
import { municipalitiesOf, prefectureByCode } from '../areas/index.ts';
import { wholePrefecture } from './area-choice.ts';
import { areaName, termText } from './area-names.ts';
import { wholesalerAreaCancelForm, wholesalerAreaChangeForm, wholesalerAreaForm } from './wholesaler-area.form.ts';
import { termState, type WholesalerArea } from './wholesaler-areas.ts';

type Named = { readonly id: number; readonly name: string };
export type AreaNewData = {
  readonly prefectureCode: string;
  readonly vaccineId: number | undefined;
  readonly vaccines: readonly Named[];
  readonly wholesalers: readonly Named[];
};
export type AreaChangeData = {
  readonly area: WholesalerArea;
  readonly vaccineName: string;
  readonly wholesalers: readonly Named[];
};

const optionsOf = (records: readonly Named[]): Option[] =>
  records.map(({ id, name }) => ({ value: String(id), label: name }));

const areaOptions = (prefectureCode: string): Option[] => [
  { value: wholePrefecture, label: `${prefectureByCode(prefectureCode)?.name ?? ''}全域` },
  ...municipalitiesOf(prefectureCode).map(({ code, name }) => ({ value: code, label: name })),
];

const crumbs = (title: string) => [
  { label: 'ホーム', href: '/' },
  { label: '卸業者の担当地域', href: '/wholesaler-areas' },
  { label: title },
];

/** 「担当地域の登録」 (S34). */
export const areaNewPage = (data: AreaNewData, screen: Screen): View => {
  const def = wholesalerAreaForm;
  const state = screen.form(def, { vaccineId: data.vaccineId === undefined ? '' : String(data.vaccineId) });
  const back = `/wholesaler-areas${data.vaccineId === undefined ? '' : `?vaccine=${data.vaccineId}`}`;
  return {
    title: '担当地域の登録',
    breadcrumbs: crumbs('担当地域の登録'),
    body: (
      <Form
        def={def}
        state={state}
        action="/wholesaler-areas/new"
        submit="保存"
        secondary={<LinkButton href={back}>キャンセル</LinkButton>}
      >
        <FieldRow def={def} state={state} name="vaccineId" options={optionsOf(data.vaccines)} />
        <FieldRow def={def} state={state} name="area" options={areaOptions(data.prefectureCode)} />
        <FieldRow def={def} state={state} name="wholesalerId" options={optionsOf(data.wholesalers)} />
        <FieldRow def={def} state={state} name="fromDay" today={screen.today} />
        <FieldRow def={def} state={state} name="toDay" today={screen.today} />
      </Form>
    ),
  };
};

const Cancel = ({ area, screen }: { readonly area: WholesalerArea; readonly screen: Screen }) => (
  <Section title="取り消し" lead="まだ始まっていない担当は、取り消すことができます。">
    <Form
      def={wholesalerAreaCancelForm}
      state={screen.form(wholesalerAreaCancelForm, {}, area.version)}
      action={`/wholesaler-areas/${area.id}/cancel`}
      guard={false}
    >
      <Button variant="danger">この担当を取り消す</Button>
    </Form>
  </Section>
);

/** 「担当地域の変更」 (S34). */
export const areaChangePage = ({ area, vaccineName, wholesalers }: AreaChangeData, screen: Screen): View => {
  const def = wholesalerAreaChangeForm;
  const texts = { wholesalerId: String(area.wholesalerId), changeFrom: '', toDay: area.toDay ?? '' };
  const state = screen.form(def, texts, area.version);
  const coming = termState(area, screen.today) === 'coming';
  const known = wholesalers.some(({ id }) => id === area.wholesalerId);
  const choices = known ? wholesalers : [...wholesalers, { id: area.wholesalerId, name: area.wholesalerName }];
  const back = `/wholesaler-areas?vaccine=${area.vaccineId}`;
  return {
    title: `担当地域の変更 ${areaName(area)}`,
    breadcrumbs: crumbs(areaName(area)),
    body: (
      <>
        <Section title="いまの担当">
          <DescriptionList
            items={[
              { label: 'ワクチン', value: vaccineName, locked: true },
              { label: '地域', value: areaName(area), locked: true },
              { label: 'いまの卸業者', value: area.wholesalerName },
              { label: 'いまの期間', value: termText(area) },
            ]}
          />
        </Section>
        <Section title="変更">
          <Form
            def={def}
            state={state}
            action={`/wholesaler-areas/${area.id}`}
            submit="保存"
            secondary={<LinkButton href={back}>キャンセル</LinkButton>}
          >
            <FieldRow def={def} state={state} name="wholesalerId" options={optionsOf(choices)} />
            <FieldRow
              def={def}
              state={state}
              name="changeFrom"
              today={screen.today}
              meta={coming ? { hint: '開始日を変えるときに入力します。まだ始まっていない担当です。' } : {}}
            />
            <FieldRow def={def} state={state} name="toDay" today={screen.today} />
          </Form>
        </Section>
        {coming && <Cancel area={area} screen={screen} />}
      </>
    ),
  };
};
