import type { Crumb, Screen, View } from '../../platform/http/index.ts';
import { EmptyState, FilterBar, FilterField, Section } from '../../ui/index.ts';
import { prefectureByCode } from '../areas/index.ts';
import { cycleName } from '../cycles/index.ts';
import { BreakdownSection, CyclesSection, DaysSection } from './doses.page.tsx';
import { answer, TotalsFigures } from './figures.page.tsx';
import type { TotalsPage } from './load-totals-page.service.ts';
import { PartsSection } from './parts.page.tsx';
import { hrefOf, subjectOf } from './scope.ts';

const title = '集計';

/** 「集計」 (S14): what was asked for, given, received, used and left, from the country down to the venue. */
export const totalsPage = (data: TotalsPage | null, screen: Screen): View =>
  data
    ? {
        title: `${title} ${subjectOf(data.scope)}`,
        wide: true,
        breadcrumbs: crumbs(data),
        body: <Body data={data} screen={screen} />,
      }
    : {
        title,
        breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: title }],
        body: (
          <EmptyState title="ワクチンはまだ登録されていません">
            <p>国がワクチンとクールを登録すると、ここに集計が表示されます。</p>
          </EmptyState>
        ),
      };

/** From the reader's own area down to this place. */
const crumbs = ({ scope, own }: TotalsPage): Crumb[] => {
  const { area, venue } = scope;
  const to = (code: string): string => hrefOf(scope, '/totals', { area: code });
  const way: Crumb[] = [
    { label: 'ホーム', href: '/' },
    { label: title, href: to(own) },
  ];
  if (area.level === 'municipality' && own === 'all' && area.prefectureCode)
    way.push({ label: prefectureByCode(area.prefectureCode)?.name ?? '', href: to(area.prefectureCode) });
  if (area.code !== own) way.push({ label: area.name, href: to(area.code) });
  if (venue) way.push({ label: venue.name });
  return way.map((crumb, i) => (i === way.length - 1 ? { label: crumb.label } : crumb));
};

type BodyProps = { readonly data: TotalsPage; readonly screen: Screen };

const Body = ({ data, screen }: BodyProps) => {
  const { scope, figures, rows, days, breakdown, cycleRows } = data;
  return (
    <>
      <Choice data={data} />
      <Section title={`${subjectOf(scope)}の状況`} lead={answer(scope, figures)}>
        <TotalsFigures scope={scope} figures={figures} now={screen.now} />
      </Section>
      {!scope.venue && <PartsSection scope={scope} rows={rows} />}
      <DaysSection scope={scope} days={days} figures={figures} />
      <BreakdownSection scope={scope} breakdown={breakdown} figures={figures} />
      {cycleRows.length > 0 && <CyclesSection scope={scope} rows={cycleRows} />}
    </>
  );
};

const Choice = ({ data: { scope, vaccines, cycles } }: Pick<BodyProps, 'data'>) => (
  <FilterBar
    action="/totals"
    submit="表示"
    label="集計の対象"
    hidden={scope.venue ? { venue: String(scope.venue.id) } : { area: scope.area.code }}
  >
    <FilterField
      label="ワクチン"
      name="vaccine"
      value={String(scope.vaccine.id)}
      options={vaccines.map(({ id, name }) => ({ value: String(id), label: name }))}
    />
    <FilterField
      label="クール"
      name="cycle"
      value={String(scope.cycle?.id ?? 'all')}
      options={[
        { value: 'all', label: 'すべてのクール' },
        ...cycles.map((cycle) => ({ value: String(cycle.id), label: cycleName(cycle) })),
      ]}
    />
  </FilterBar>
);
