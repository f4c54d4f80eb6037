import { formatInstant } from '../../kernel/calendar.ts';
import type { FormState } from '../../kernel/form.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import { Done, FieldRow, Form, Section } from '../../ui/index.ts';
import { bookingStatusForm } from './booking-status.form.ts';
import { type BookingStatus, isStale, markLabel } from './booking-status.ts';

const since = ({ markedAt }: BookingStatus): string => (markedAt ? `更新日 ${formatInstant(markedAt)}` : '更新日 —');

/** The panel on 「ホーム」 (M4.1-1). */
export const BookingStatusPanel = ({ status, screen }: { readonly status: BookingStatus; readonly screen: Screen }) => {
  const state: FormState = screen.form(bookingStatusForm, status.mark === 'unset' ? {} : { mark: status.mark });
  return (
    <Section title="接種予約受付状況">
      <p>
        現在の状況：<strong>{markLabel(status.mark)}</strong>（{since(status)}）
        {isStale(status, screen.today) && (
          <span>　更新から日がたっています。内容を確認して「更新」を押してください。</span>
        )}
      </p>
      <p>コロナワクチンナビで公開されます。「更新」を押すまで変わりません。</p>
      <Form def={bookingStatusForm} state={state} action="/booking-status" submit="更新">
        <FieldRow def={bookingStatusForm} state={state} name="mark" />
      </Form>
    </Section>
  );
};

/** 「更新完了」 (M4.1-2). */
export const bookingStatusDone = (status: BookingStatus): View => ({
  title: '更新完了',
  body: (
    <Done
      message={`接種予約受付状況を「${markLabel(status.mark)}」に更新しました。`}
      items={[{ label: '更新日', value: status.markedAt && formatInstant(status.markedAt) }]}
      links={[{ href: '/', label: 'OK' }]}
    >
      <p>コロナワクチンナビに公開されます。間違えたときは、もう一度選んで「更新」を押してください。</p>
    </Done>
  ),
});

/** The panel as a page of its own, where the form comes back when something is wrong with it. */
export const bookingStatusPage = (status: BookingStatus, screen: Screen): View => ({
  title: '予約の受付情報の変更',
  breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: '予約の受付情報の変更' }],
  body: <BookingStatusPanel status={status} screen={screen} />,
});
