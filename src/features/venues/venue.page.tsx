import { formatInstant } from '../../kernel/calendar.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import { DataTable, EmptyState, InlineForm, LinkButton, Notice, Section, StateLabel } from '../../ui/index.ts';
import { type Application, ApplicationsOf, Breakable } from '../applications/index.ts';
import { Pending, ProxyNotice, WaitingNotice } from './pending.page.tsx';
import { venueForm } from './venue.form.ts';
import type { VenueSave } from './venue-changes.store.ts';
import { startTexts, type VenueData, waits } from './venue-data.ts';
import { KeptHandled, VenueSection } from './venue-sections.page.tsx';
import { type Doctor, type Handled, roleNames } from './venues.ts';

export type VenuePageData = VenueData & {
  readonly handled: readonly Handled[];
  readonly doctors: readonly Doctor[];
  readonly applications: readonly Application[];
  readonly saves: readonly VenueSave[];
  readonly mayEdit: boolean;
  readonly saved?: 'venue' | 'doctor' | 'doctor-removed';
};

type Props = { readonly data: VenuePageData };

const HandledPart = ({ data }: Props) => (
  <>
    <DataTable
      caption="取扱ワクチン"
      captionHidden
      stack
      columns={[
        { key: 'vaccineName', label: 'ワクチン' },
        { key: 'role', label: '区分', cell: (row) => roleNames[row.role] },
        {
          key: 'basicVenueName',
          label: '基本型接種施設',
          cell: (row) => (row.role === 'basic' ? '自施設' : (row.basicVenueName ?? '—')),
        },
      ]}
      rows={data.handled}
      empty={<EmptyState title="取扱ワクチンが登録されていません。" />}
    />
    {waits(data, 'handled') && (
      <p>
        <Pending data={data} field="handled" />
      </p>
    )}
  </>
);

const savedWords = {
  venue: '保存しました。',
  doctor: '医師情報を保存しました。',
  'doctor-removed': '医師を一覧から外しました。',
} as const;

const Doctors = ({ data: { doctors, base, mayEdit } }: Props) => (
  <Section
    title="医師情報"
    id="doctors"
    actions={
      mayEdit && (
        <LinkButton href={`${base}/doctors/new`} icon="plus">
          新規医師情報
        </LinkButton>
      )
    }
  >
    <DataTable
      caption="医師情報"
      captionHidden
      stack
      columns={[
        { key: 'name', label: '（医師）氏名' },
        { key: 'kana', label: 'ふりがな' },
        { key: 'phone', label: '電話番号', nowrap: true, cell: (row) => row.phone || '—' },
        { key: 'email', label: 'メールアドレス', cell: (row) => row.email || '—' },
        ...(mayEdit
          ? [
              {
                key: 'edit',
                label: '操作',
                cell: ({ id, name }: Doctor) => (
                  <LinkButton href={`${base}/doctors/${id}`} size="small" label={`編集 ${name}`}>
                    編集
                  </LinkButton>
                ),
              },
            ]
          : []),
      ]}
      rows={doctors}
      empty={<EmptyState title="登録された医師はいません。" />}
    />
  </Section>
);

const howNames = { edit: '保存', approval: '承認', import: '受付システムからの取込' } as const;

/** Who really typed (S18, MH-6). */
const byWhom = (save: VenueSave, venueId: number): string => {
  if (save.how !== 'edit' || save.orgId === venueId) return [save.orgName, save.userName].filter(Boolean).join(' ');
  return `${save.orgName ?? ''} ${save.userName ?? ''}（代行入力）`;
};

const History = ({ data: { saves, venue } }: Props) => (
  <Section title="更新の履歴">
    <DataTable
      caption="更新の履歴"
      captionHidden
      stack
      columns={[
        { key: 'at', label: '日時', nowrap: true, cell: (row) => formatInstant(row.at) },
        { key: 'how', label: '種類', cell: (row) => <StateLabel>{howNames[row.how]}</StateLabel> },
        {
          key: 'changes',
          label: '変更の内容',
          cell: (row) =>
            row.changes.map(({ field, label, from, to }) => (
              <div key={field}>
                {label}：
                <Breakable text={`${from || '（未入力）'} → ${to || '（未入力）'}`} />
              </div>
            )),
        },
        { key: 'by', label: '入力した人', cell: (row) => byWhom(row, venue.id) },
      ]}
      rows={saves}
      rowKey={({ id }) => String(id)}
      empty={<EmptyState title="更新の履歴はありません。" />}
    />
  </Section>
);

const Sections = ({ data, screen }: Props & { readonly screen: Screen }) => {
  const state = data.mayEdit ? screen.form(venueForm, startTexts(data), data.venue.version) : null;
  const parts = (
    <>
      <VenueSection data={data} state={state} section="info" />
      <VenueSection data={data} state={state} section="reception" />
      <HandledPartSection data={data} state={state} />
      <VenueSection data={data} state={state} section="doctor" />
      <VenueSection data={data} state={state} section="vaccine" />
      <VenueSection data={data} state={state} section="needles" />
      <VenueSection data={data} state={state} section="dry_ice" />
      <VenueSection data={data} state={state} section="holidays" />
      <VenueSection data={data} state={state} section="navi" />
    </>
  );
  if (!state) return parts;
  return (
    <InlineForm def={venueForm} state={state} action={data.base}>
      {parts}
      <KeptHandled data={data} state={state} />
    </InlineForm>
  );
};

const HandledPartSection = ({ data, state }: Props & Pick<Parameters<typeof VenueSection>[0], 'state'>) => (
  <VenueSection data={data} state={state} section="handled">
    <HandledPart data={data} />
  </VenueSection>
);

/** 「医療機関・接種会場 [名称]」 (M2.1-1, M1.8-2). */
export const venuePage = (data: VenuePageData, screen: Screen): View => {
  const { venue, base } = data;
  const title = `医療機関・接種会場 ${venue.values.name}`;
  return {
    title,
    breadcrumbs: [
      { label: 'ホーム', href: '/' },
      ...(data.proxy || !data.mayEdit ? [{ label: '医療機関・接種会場', href: '/venues' }] : []),
      { label: title },
    ],
    actions: data.mayEdit && (
      <LinkButton href={`${base}/edit`} icon="pencil">
        {data.proxy ? '編集（代行入力）' : '編集'}
      </LinkButton>
    ),
    body: (
      <>
        {data.saved && <Notice kind="success" title={savedWords[data.saved]} live />}
        {data.mayEdit && <ProxyNotice data={data} />}
        {data.doctors.length === 0 && (
          <Notice kind="warning" title="医師情報が登録されていません">
            <p>医師情報が登録されていないと、市町村からワクチンの提供を受けることができません。</p>
          </Notice>
        )}
        <WaitingNotice data={data} />
        <Sections data={data} screen={screen} />
        <Doctors data={data} />
        <ApplicationsOf applications={data.applications} />
        <History data={data} />
      </>
    ),
  };
};
