import { formatInstant, formatPeriod } from '../../kernel/calendar.ts';
import type { FormState } from '../../kernel/form.ts';
import { boxes, showQuantity } from '../../kernel/quantities.ts';
import { Columns, DescriptionList, FieldRow, Notice, Quantity, Section } from '../../ui/index.ts';
import { cycleName } from '../cycles/index.ts';
import { amountOf, type Demand, maxRequest, periodText, storageChoices, storageLabel } from '../demands/index.ts';
import type { VenueStock } from '../stock/index.ts';
import type { Vaccine } from '../vaccines/index.ts';
import type { RequestPart } from './load-report-page.service.ts';
import { reportForm } from './report.form.ts';
import { periodLine, typedAmount } from './request-part.ts';
import { SupplyOutputs } from './supply-outputs.page.tsx';

const title = 'ワクチン希望量等の報告';

type Props = {
  readonly request: RequestPart;
  readonly hasDoctors: boolean;
  readonly vaccine: Vaccine;
  readonly state: FormState;
  readonly stock: VenueStock | null;
  readonly now: Date;
};
type Open = Props & { readonly request: Extract<RequestPart, { open: true }> };

/** M2.4-3 while 登録期間 is open; outside it says when it opens (M2.4-5). */
export const RequestSection = ({ request, ...rest }: Props) =>
  request.open ? (
    <OpenSection request={request} {...rest} />
  ) : (
    <ClosedSection request={request} vaccine={rest.vaccine} />
  );

const OpenSection = ({ request, hasDoctors, vaccine, state, stock, now }: Open) => {
  const { cycle, demand, allowed } = request;
  const units = typedAmount(state, maxRequest);
  return (
    <Section title={title} card lead={`${cycleName(cycle)}　${periodLine(cycle, now)}（${periodText(cycle)}）`}>
      {!hasDoctors && <NoDoctors />}
      {demand && <Registered demand={demand} unit={vaccine.unitName} />}
      <Columns>
        <div>
          <FieldRow
            def={reportForm}
            state={state}
            name="requested"
            meta={{
              unit: vaccine.unitName,
              hint: `1${vaccine.unitName}は${showQuantity(vaccine.vialsPerUnit)}バイアルです。`,
            }}
            data={{ 'data-requested': '' }}
          />
          {allowed.length > 0 && (
            <FieldRow
              def={reportForm}
              state={state}
              name="storage"
              options={storageChoices.filter(({ value }) => allowed.includes(value))}
              meta={
                allowed.length === 1
                  ? { hint: '「ディープフリーザー（-75℃）（台）」が0台または未入力のため、「ドライアイス」です。' }
                  : {}
              }
            />
          )}
        </div>
        <SideFacts request={request} stock={stock} />
      </Columns>
      <SupplyOutputs
        vaccine={vaccine}
        dosesPerVial={cycle.dosesPerVial}
        amount={amountOf(units === null ? null : boxes(units), vaccine, cycle.dosesPerVial)}
      />
    </Section>
  );
};

const NoDoctors = () => (
  <Notice kind="warning" title="医師情報が登録されていません">
    <p>
      医師情報の登録がないと、希望量を登録してもワクチンは分配されません。
      <a href="/venue">「この医療機関の情報を見る」</a>
      から登録してください。
    </p>
  </Notice>
);

/** What the venue registered, and what its municipality made of it. */
const Registered = ({ demand, unit }: { readonly demand: Demand; readonly unit: string }) => (
  <Notice kind={demand.corrected === null ? 'success' : 'warning'} title={registeredTitle(demand, unit)}>
    <p>
      {formatInstant(demand.registeredAt)} 登録
      {demand.proxyName && `（${demand.proxyName}が代わりに登録）`}。登録期間内は何度でも変更できます。
    </p>
    {demand.corrected !== null && <p>修正の理由：{demand.correctionReason}</p>}
  </Notice>
);

const registeredTitle = ({ requested, corrected }: Demand, unit: string): string =>
  corrected === null
    ? `${showQuantity(requested)}${unit}で登録済みです。`
    : `市町村が${showQuantity(requested)}${unit}を${showQuantity(corrected)}${unit}に修正しました。`;

const SideFacts = ({ request: { cycle }, stock }: Pick<Open, 'request' | 'stock'>) => (
  <DescriptionList
    items={[
      { label: '標準配送期間', value: formatPeriod(cycle.deliveryFrom, cycle.deliveryTo) },
      { label: '標準接種期間', value: formatPeriod(cycle.vaccinationFrom, cycle.vaccinationTo) },
      {
        label: '在庫量（計算）',
        value: stock && (
          <>
            <Quantity value={stock.stock} unit="本" />
            <span>
              （{formatInstant(stock.asOf)} 現在。
              {stock.reportedAt
                ? `使用分は${formatInstant(stock.reportedAt)}の接種実績まで`
                : '接種実績の報告がないため、使用分は引いていません'}
              ）
            </span>
          </>
        ),
      },
    ]}
  />
);

const ClosedSection = ({
  request,
  vaccine,
}: {
  readonly request: Extract<RequestPart, { open: false }>;
  readonly vaccine: Vaccine;
}) => {
  const { next, last, demand } = request;
  return (
    <Section title={title} card>
      <Notice kind="info" title="いまは納入希望量の登録期間ではありません。">
        <p>
          {next
            ? `次の${cycleName(next)}の登録は、${formatInstant(next.registrationFrom)}から始まります（登録期間 ${periodText(next)}）。`
            : '次の登録期間はまだ決まっていません。決まると「ホーム」に表示されます。'}
        </p>
      </Notice>
      {last && (
        <DescriptionList
          items={[
            { label: '前回の登録', value: `${cycleName(last)}（登録期間 ${periodText(last)}）` },
            {
              label: '登録した納入希望量',
              value: demand && <Quantity value={demand.requested} unit={vaccine.unitName} />,
            },
            ...(demand && demand.corrected !== null
              ? [{ label: '市町村による修正後', value: <Quantity value={demand.corrected} unit={vaccine.unitName} /> }]
              : []),
            ...(vaccine.asksStorage ? [{ label: '保管管理', value: storageLabel(demand?.storage ?? null) }] : []),
          ]}
        />
      )}
    </Section>
  );
};
