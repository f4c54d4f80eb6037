import { formatInstant } from '../../kernel/calendar.ts';
import type { View } from '../../platform/http/index.ts';
import { Done, EmptyState, LinkButton } from '../../ui/index.ts';
import { cycleTitle } from '../cycles/index.ts';
import { showMixed } from './mixed.ts';
import type { SheetPageData } from './sheet-data.ts';
import { sheetShapes } from './sheet-shape.ts';
import { totalsOf } from './sheet-sums.ts';

const next = {
  national: '都道府県が市町村への分配を確定するまで、修正で減らすことができます。',
  prefectural: '市町村が医療機関・接種会場への分配を確定するまで、修正で減らすことができます。',
  municipal: '卸業者が納入予定日を入力すると、医療機関・接種会場に通知されます。',
} as const;

const NotFixed = ({ title }: { readonly title: string }) => (
  <EmptyState title="この分配はまだ確定していません。">
    <LinkButton href="/allocations">{title}へ戻る</LinkButton>
  </EmptyState>
);

/** 「分配確定完了」: what was fixed, when, who was told. */
export const sheetDone = ({ open, giver }: SheetPageData): View => {
  const shape = sheetShapes[giver.level];
  const title = '分配確定完了';
  const crumbs = [{ label: 'ホーム', href: '/' }, { label: shape.title, href: '/allocations' }, { label: title }];
  if (!open?.fixed) return { title, breadcrumbs: crumbs, body: <NotFixed title={shape.title} /> };
  const { cycle, fixed, vaccine, came, linesOf } = open;
  const totals = totalsOf(linesOf.get(fixed.id) ?? [], [], came, vaccine, cycle.dosesPerVial);
  const show = (count: number | null): string =>
    count === null ? '—' : showMixed(count, vaccine.vialsPerUnit, vaccine.unitName);
  return {
    title,
    breadcrumbs: crumbs,
    body: (
      <Done
        message={`${cycleTitle(cycle)}の${shape.title}を確定しました。`}
        items={[
          { label: '確定日時', value: fixed.fixedAt && formatInstant(fixed.fixedAt) },
          { label: '確定した人', value: fixed.fixedBy },
          { label: '版', value: `第${fixed.revision}版` },
          { label: shape.source, value: show(came) },
          { label: '分配した量', value: show(totals.given) },
          { label: '残り', value: show(totals.left) },
          { label: `分配した${shape.receiver}`, value: `${totals.some.toLocaleString('ja-JP')}件` },
        ]}
        links={[
          { href: '/', label: 'ホームへ戻る' },
          { href: `${shape.path}/${cycle.id}`, label: '分配の内容を見る' },
        ]}
      >
        <p>{shape.receiver}にお知らせとメールで通知しました。</p>
        <p>{next[giver.level]}</p>
      </Done>
    ),
  };
};
