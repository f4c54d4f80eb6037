import { formatInstant } from '../../kernel/calendar.ts';
import { showQuantity } from '../../kernel/quantities.ts';
import type { View } from '../../platform/http/index.ts';
import { Done, Notice } from '../../ui/index.ts';
import { cycleName, cycleTitle } from '../cycles/index.ts';
import { amountOf, storageLabel } from '../demands/index.ts';
import type { Duty } from './load-duties.service.ts';
import type { ReportDone } from './load-report-done.service.ts';
import { discardedLabel, totalDoses } from './reports.ts';

/** 「登録完了」 (M2.4-4, M5.1-7). */
export const reportDonePage = (done: ReportDone): View => ({
  title: '登録完了',
  breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: '登録完了' }],
  body: (
    <Done
      message={`${done.vaccine.name}の内容を登録しました。`}
      items={[
        { label: '登録日時', value: formatInstant(done.report.registeredAt) },
        ...requestItems(done),
        { label: '延べ回数（累計）', value: `${showQuantity(totalDoses(done.report.counts))}回` },
        { label: discardedLabel, value: `${showQuantity(done.report.discardedVials)}本` },
      ]}
      links={[{ href: '/', label: 'ホームへ戻る' }]}
    >
      <Missing duties={done.duties} />
    </Done>
  ),
});

const requestItems = ({ request, vaccine }: ReportDone) => {
  if (!request) return [];
  const { cycle, demand } = request;
  const amount = amountOf(demand.requested, vaccine, cycle.dosesPerVial);
  const storage = storageLabel(demand.storage);
  return [
    { label: '納入希望量', value: `${showQuantity(demand.requested)}${vaccine.unitName}（${cycleName(cycle)}）` },
    { label: '希望回数', value: `${showQuantity(amount?.doses)}回` },
    { label: '接種用＋希釈用針（100本/箱）', value: `${showQuantity(amount?.needles)}箱` },
    { label: '接種用シリンジ（100本/箱）', value: `${showQuantity(amount?.syringes)}箱` },
    { label: '希釈用シリンジ（100本/箱）', value: `${showQuantity(amount?.diluentSyringes)}箱` },
    ...(storage ? [{ label: '保管管理', value: storage }] : []),
  ];
};

/** The handled vaccines that still lack a request or a report in this クール, each with a link to its page. */
const Missing = ({ duties }: { readonly duties: readonly Duty[] }) => {
  const items = duties.flatMap(({ handled, requests, report }) => [
    ...requests
      .filter(({ registered }) => !registered)
      .map(({ cycle }) => ({
        href: `/reports?vaccine=${handled.vaccineId}&cycle=${cycle.id}`,
        text: `${cycleTitle(cycle)}の納入希望量（登録期間 ${formatInstant(cycle.registrationTo)}まで）`,
      })),
    ...(report && !report.registered
      ? [{ href: `/reports?vaccine=${handled.vaccineId}`, text: `${cycleTitle(report.cycle)}の接種実績` }]
      : []),
  ]);
  if (items.length === 0) return <p>取り扱うワクチンの登録は、すべて済んでいます。</p>;
  return (
    <Notice kind="warning" title="まだ登録されていないものがあります。">
      <ul>
        {items.map(({ href, text }) => (
          <li key={href}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
};
