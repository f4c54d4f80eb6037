import { formatDay } from '../../kernel/calendar.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import {
  Button,
  DataTable,
  DescriptionList,
  EmptyState,
  FieldRow,
  FilterBar,
  FilterField,
  Form,
  LinkButton,
  Notice,
  Section,
} from '../../ui/index.ts';
import { addressLine, type DirectoryHit } from '../venues/index.ts';
import { satelliteForm, unlinkForm } from './satellite.form.ts';
import { type LinkLine, linkVersion, type Satellite } from './satellites.ts';

export type Found = {
  readonly q: string;
  readonly scope: 'name' | 'all';
  readonly hits: readonly DirectoryHit[];
  readonly more: boolean;
};
export type SatellitePageData = {
  readonly satellite: Satellite;
  /** The 基本型 that stands in the field: chosen by a link of the search, else the one linked. */
  readonly basic: { readonly id: number; readonly name: string } | null;
  /** The search where no script opens the dialog. */
  readonly found: Found | null;
  /** The last first. */
  readonly links: readonly LinkLine[];
  readonly unlinked: boolean;
};

const pathOf = ({ venueId, vaccineId }: Satellite): string => `/satellites/${venueId}/${vaccineId}`;

/** The dialog 「検索」 as a part of the page, for browsers without script. */
const Search = ({ satellite, found }: { readonly satellite: Satellite; readonly found: Found }) => (
  <Section title="検索">
    <FilterBar action={pathOf(satellite)} submit="Go!" label="検索">
      <FilterField label="検索する文字" name="q" value={found.q} />
      <FilterField
        label="検索する項目"
        name="scope"
        value={found.scope}
        options={[
          { value: 'name', label: '名称' },
          { value: 'all', label: 'すべての項目' },
        ]}
      />
    </FilterBar>
    <DataTable
      caption="検索結果"
      stack
      columns={[
        { key: 'name', label: '基本型接種施設' },
        { key: 'code', label: '保険医療機関コード', nowrap: true },
        { key: 'address', label: '住所', wide: true, cell: (row) => addressLine(row) },
      ]}
      rows={found.hits}
      rowKey={(row) => String(row.id)}
      rowHref={(row) => `${pathOf(satellite)}?choose=${row.id}`}
      empty={<EmptyState title="見つかりませんでした。文字を変えて、もう一度検索してください。" />}
    />
    {found.more && <p>はじめの{found.hits.length}件です。文字を足して絞り込んでください。</p>}
  </Section>
);

const Unlink = ({ satellite, screen }: { readonly satellite: Satellite; readonly screen: Screen }) => (
  <Section
    title="連携の解除"
    lead="連携先がなくなる場合だけ使います。ほかの施設に変えるときは、連携先を選び直してください。"
  >
    <Form
      def={unlinkForm}
      state={screen.form(unlinkForm, {}, linkVersion(satellite))}
      action={`${pathOf(satellite)}/unlink`}
      guard={false}
    >
      <Button variant="danger">連携を解除する</Button>
    </Form>
  </Section>
);

const Links = ({ links }: { readonly links: readonly LinkLine[] }) => (
  <Section title="連携の履歴">
    <DataTable
      caption="連携の履歴"
      captionHidden
      stack
      rows={links}
      rowKey={({ id }) => String(id)}
      columns={[
        { key: 'basicName', label: '基本型接種施設' },
        { key: 'from', label: '開始日', nowrap: true, cell: ({ fromDay }) => (fromDay ? formatDay(fromDay) : '—') },
        { key: 'to', label: '終了日', nowrap: true, cell: ({ toDay }) => (toDay ? formatDay(toDay) : '連携中') },
      ]}
    />
  </Section>
);

/** 「サテライト型の連携の編集 [名称]」 (S34, M1.9-1). */
export const satellitePage = (
  { satellite, basic, found, links, unlinked }: SatellitePageData,
  screen: Screen,
): View => {
  const state = screen.form(satelliteForm, { basicVenueId: basic ? String(basic.id) : '' }, linkVersion(satellite));
  const title = `サテライト型の連携の編集 ${satellite.name}`;
  return {
    title,
    breadcrumbs: [
      { label: 'ホーム', href: '/' },
      { label: 'サテライト型の連携', href: '/satellites' },
      { label: satellite.name },
    ],
    islands: ['lookup'],
    body: (
      <>
        {unlinked && <Notice kind="success" title="連携を解除しました。" live />}
        <Section title="サテライト型接種施設">
          <DescriptionList
            items={[
              { label: 'サテライト型接種施設', value: satellite.name },
              { label: '保険医療機関コード', value: satellite.code },
              { label: 'ワクチン', value: satellite.vaccineName },
              { label: '現在の基本型接種施設', value: satellite.basicName ?? '未連携' },
            ]}
          />
        </Section>
        <Section title="連携先">
          <Form
            def={satelliteForm}
            state={state}
            action={pathOf(satellite)}
            secondary={<LinkButton href="/satellites">キャンセル</LinkButton>}
            submit="保存"
          >
            <FieldRow
              def={satelliteForm}
              state={state}
              name="basicVenueId"
              lookupUrl={`/lookup/venues?vaccine=${satellite.vaccineId}&role=basic`}
              lookupHeading="基本型接種施設"
              lookupText={basic?.name}
            />
          </Form>
        </Section>
        {satellite.basicVenueId !== null && <Unlink satellite={satellite} screen={screen} />}
        {found && <Search satellite={satellite} found={found} />}
        {links.length > 0 && <Links links={links} />}
      </>
    ),
  };
};
