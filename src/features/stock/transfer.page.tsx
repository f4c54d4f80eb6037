import { formatDay, formatInstant } from '../../kernel/calendar.ts';
import type { FormState, RawInput } from '../../kernel/form.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import { Button, ButtonRow, DescriptionList, FieldRow, Form, LinkButton, Quantity, Section } from '../../ui/index.ts';
import { StoppedMark } from '../lots/index.ts';
import type { TransferFormData } from './load-transfers.service.ts';
import { bandNames, removeTransferForm, transferForm } from './transfer.form.ts';
import { OtherSide, PairMark } from './transfer-parts.page.tsx';
import type { Transfer } from './transfers.store.ts';
import { sideNames } from './transfers.ts';

const crumbs = (title: string) => [
  { label: 'ホーム', href: '/' },
  { label: '移送', href: '/transfers' },
  { label: title },
];

/** 「移送の登録」 */
export const newTransferPage = (data: TransferFormData, screen: Screen): View => ({
  title: '移送の登録',
  breadcrumbs: crumbs('移送の登録'),
  body: (
    <TransferFields
      data={data}
      state={screen.form(transferForm, startOf(data))}
      screen={screen}
      action="/transfers/new"
    />
  ),
});

/** 「移送の内容」: an own entry with its sheet and its correction; one of the other side to read. */
export const transferPage = (data: TransferFormData, screen: Screen): View => {
  const { entry } = data;
  const own = entry !== null && entry.venueId === screen.actor?.org.id;
  return {
    title: '移送の内容',
    breadcrumbs: crumbs('移送の内容'),
    actions: entry && (
      <LinkButton href={`/transfers/${entry.id}/sheet.pdf`}>情報連携シートを印刷する（PDF）</LinkButton>
    ),
    body: entry && (
      <>
        <Facts entry={entry} vaccineName={data.vaccineNames.get(entry.vaccineId) ?? ''} />
        {own ? (
          <Own data={data} entry={entry} screen={screen} />
        ) : (
          <ButtonRow>
            <LinkButton href={`/transfers/new?from=${entry.id}`}>こちらの登録をする</LinkButton>
          </ButtonRow>
        )}
      </>
    ),
  };
};

const Own = ({
  data,
  entry,
  screen,
}: {
  readonly data: TransferFormData;
  readonly entry: Transfer;
  readonly screen: Screen;
}) => {
  const removing = screen.form(removeTransferForm, {}, entry.version);
  return (
    <>
      <Section title="登録を修正する">
        <TransferFields
          data={data}
          state={screen.form(transferForm, startOf(data), entry.version)}
          screen={screen}
          action={`/transfers/${entry.id}`}
        />
      </Section>
      <Section title="登録を取り消す">
        <p>間違って登録したときに取り消します。在庫の計算から除かれ、記録の一覧には残ります。</p>
        <Form def={removeTransferForm} state={removing} action={`/transfers/${entry.id}/remove`} guard={false}>
          <Button variant="danger">この登録を取り消す</Button>
        </Form>
      </Section>
    </>
  );
};

const Facts = ({ entry, vaccineName }: { readonly entry: Transfer; readonly vaccineName: string }) => (
  <DescriptionList
    items={[
      { label: '登録した施設', value: entry.venueName },
      { label: '登録', value: sideNames[entry.side] },
      { label: '相手', value: <OtherSide transfer={entry} /> },
      { label: '日付', value: formatDay(entry.day) },
      { label: 'ワクチン', value: vaccineName },
      {
        label: 'ロット番号',
        value: (
          <>
            <a href={`/lots/${entry.vaccineId}/${encodeURIComponent(entry.lot)}`}>{entry.lot}</a>
            <StoppedMark stopped={entry.stopped} />
          </>
        ),
      },
      { label: 'バイアル本数', value: <Quantity value={entry.vials} unit="本" /> },
      { label: '冷凍庫から出した日時', value: entry.leftFreezerAt && formatInstant(entry.leftFreezerAt) },
      { label: '移送時の温度帯', value: entry.band && bandNames[entry.band] },
      { label: '使用期限', value: entry.useBy && formatInstant(entry.useBy) },
      { label: '相手の登録との照合', value: <PairMark transfer={entry} /> },
      { label: '最後の登録', value: `${formatInstant(entry.enteredAt)}（${entry.enteredBy}さん）` },
    ]}
  />
);

type FieldsProps = {
  readonly data: TransferFormData;
  readonly state: FormState;
  readonly screen: Screen;
  readonly action: string;
};

const TransferFields = ({ data: { entry, handled, vaccineNames }, state, screen, action }: FieldsProps) => {
  const vaccine = entry?.vaccineId;
  const options = vaccine
    ? [{ value: String(vaccine), label: vaccineNames.get(vaccine) ?? '' }]
    : handled.map(({ vaccineId, vaccineName }) => ({ value: String(vaccineId), label: vaccineName }));
  const hidden = entry ? ({ kind: 'hidden' } as const) : {};
  return (
    <Form def={transferForm} state={state} action={action} submit={entry ? '修正する' : '登録'}>
      <FieldRow def={transferForm} state={state} name="side" meta={hidden} />
      <FieldRow def={transferForm} state={state} name="vaccine" options={options} meta={hidden} />
      <FieldRow
        def={transferForm}
        state={state}
        name="partner"
        lookupUrl="/lookup/venues"
        lookupHeading="医療機関・接種会場名"
      />
      <FieldRow def={transferForm} state={state} name="day" today={screen.today} />
      <FieldRow def={transferForm} state={state} name="lot" />
      <FieldRow def={transferForm} state={state} name="vials" />
      <Section title="保管の情報（情報連携シートに印刷されます）">
        <FieldRow def={transferForm} state={state} name="leftFreezerAt" />
        <FieldRow def={transferForm} state={state} name="band" />
        <FieldRow def={transferForm} state={state} name="useBy" />
      </Section>
    </Form>
  );
};

/** `YYYY-MM-DDTHH:MM` in JST, as the field wants it. */
const typedInstant = (at: Date | null): string =>
  at ? new Date(at.getTime() + 9 * 3_600_000).toISOString().slice(0, 16) : '';

/** What stands in the fields at first: the entry itself, or what the other side says, seen from here. */
const startOf = ({ entry, from, handled }: TransferFormData): RawInput => {
  const [only, second] = handled;
  const it = entry ?? from;
  if (!it) return { vaccine: only && !second ? String(only.vaccineId) : '' };
  const other = entry ? { id: entry.partnerId, name: entry.partnerName } : { id: it.venueId, name: it.venueName };
  return {
    side: entry ? entry.side : it.side === 'out' ? 'in' : 'out',
    vaccine: String(it.vaccineId),
    partner: other.id === null ? '' : String(other.id),
    partner__text: other.name ?? '',
    day: it.day,
    lot: it.lot,
    vials: String(it.vials),
    leftFreezerAt: typedInstant(it.leftFreezerAt),
    band: it.band ?? '',
    useBy: typedInstant(it.useBy),
  };
};
