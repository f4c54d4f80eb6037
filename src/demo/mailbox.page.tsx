import type { ComponentChildren } from 'preact';
import { formatInstant } from '../kernel/calendar.ts';
import type { ListedMail } from '../platform/mail/index.ts';
import { DescriptionList, EmptyState, RecordCard } from '../ui/index.ts';

/** A page without session in the frame of the house. */
export type DrawPlain = (title: string, body: ComponentChildren) => string;

/** What the demo's people got by mail, newest first. */
export const drawMailbox = (draw: DrawPlain, mails: readonly ListedMail[]): string =>
  draw(
    'デモのメール',
    mails.length === 0 ? (
      <EmptyState title="届いたメールはまだありません。" />
    ) : (
      mails.map((mail) => (
        <RecordCard key={mail.id} title={mail.subject}>
          <DescriptionList
            items={[
              { label: '宛先', value: mail.to },
              { label: '差出人', value: mail.from },
              { label: '日時', value: formatInstant(mail.sentAt) },
            ]}
          />
          <pre class="mail-text">{mail.text}</pre>
        </RecordCard>
      ))
    ),
  );
