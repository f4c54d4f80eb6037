import { choice } from '../../kernel/fields.ts';
import { field, form } from '../../kernel/form.ts';
import { bookingMarks, chosenMarks, markLabel } from './booking-status.ts';

/** 「予約の受付情報の変更」 (M4.1-1). */
export const bookingStatusForm = form('booking-status', {
  mark: field(choice(chosenMarks), {
    label: '予約の受付情報の変更',
    kind: 'radio',
    required: true,
    options: bookingMarks.map(({ value, meaning }) => ({ value, label: markLabel(value), help: meaning })),
  }),
});
