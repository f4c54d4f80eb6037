import { formatDay } from '../../kernel/calendar.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import { DataTable, DescriptionList, LinkButton, Notice, Section } from '../../ui/index.ts';
import { type DosesPerVial, routeNames, storageNames, type Vaccine } from './vaccines.ts';

export type VaccinePageData = {
  readonly vaccine: Vaccine;
  readonly doses: readonly DosesPerVial[];
  readonly saved: boolean;
};

const yes = (value: boolean): string => (value ? 'する' : 'しない');

/** One vaccine for everybody who sees クール. */
export const vaccinePage = ({ vaccine, doses, saved }: VaccinePageData, screen: Screen): View => ({
  title: `ワクチン ${vaccine.shortName}`,
  breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: 'ワクチン', href: '/vaccines' }, { label: vaccine.shortName }],
  actions: screen.may('vaccine.define') && (
    <LinkButton href={`/vaccines/${vaccine.id}/edit`} icon="pencil">
      編集
    </LinkButton>
  ),
  body: (
    <>
      {saved && <Notice kind="success" title="ワクチンを登録しました。" live />}
      <Section title="ワクチンの情報">
        <DescriptionList
          items={[
            { label: 'ワクチン名', value: vaccine.name },
            { label: '略称', value: vaccine.shortName },
            { label: '製薬メーカー', value: vaccine.makerName },
            { label: '保管温度', value: storageNames[vaccine.storage] },
            { label: '希望量の登録で保管管理を聞く', value: yes(vaccine.asksStorage) },
            { label: '最小包装単位', value: `1${vaccine.unitName}＝${vaccine.vialsPerUnit}バイアル` },
            { label: '希釈', value: yes(vaccine.dilution) },
            { label: '1回目と2回目の接種間隔', value: vaccine.intervalDays, unit: '日' },
            { label: '接種施設への納入', value: routeNames[vaccine.route] },
            { label: '公表日', value: formatDay(vaccine.announcedFrom) },
            { label: '使用開始日', value: formatDay(vaccine.usableFrom) },
          ]}
        />
      </Section>
      <Section title="1バイアルあたりの接種回数" lead="クールの標準配送期間の最初の日で決まります。">
        <DataTable
          caption="1バイアルあたりの接種回数"
          captionHidden
          columns={[
            { key: 'fromDay', label: '標準配送期間の最初の日', cell: (row) => `${formatDay(row.fromDay)}〜` },
            { key: 'doses', label: '接種回数', unit: '回', align: 'end' },
          ]}
          rows={doses}
        />
      </Section>
    </>
  ),
});
