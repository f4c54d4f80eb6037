import { formatInstant } from '../../kernel/calendar.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import {
  Button,
  ChoiceSwitch,
  Columns,
  DescriptionList,
  FieldRow,
  Form,
  LinkButton,
  Notice,
  Section,
} from '../../ui/index.ts';
import { accountWarnings, actionHref } from './account-check.ts';
import type { CannedAnswer } from './canned.store.ts';
import { DoneNotice } from './inquiry.page.tsx';
import { categoryName, requestName, subjectOf } from './inquiry-kinds.ts';
import type { NamedAccount } from './named-account.ts';
import { TicketStateLabel } from './own-tickets.page.tsx';
import { Thread } from './thread.page.tsx';
import { answerForm, assignForm, closeForm, noteForm, reopenForm } from './ticket.form.ts';
import type { Person } from './ticket-people.store.ts';
import { channelNames, receiptNumber, type Ticket, type TicketEntry } from './tickets.ts';

export const doneWords = {
  entered: '受け付けました。受付の連絡をメールで送信しました。',
  assigned: '担当者を変更しました。',
  answered: '回答をメールで送信しました。',
  called: '電話での回答を記録しました。',
  noted: '内部メモを残しました。',
  acted: 'アカウントの作業を記録しました。回答を送って完了にしてください。',
  closed: '完了にしました。',
  reopened: '対応を再開しました。',
} as const;

export type DeskTicketPage = {
  readonly ticket: Ticket;
  readonly entries: readonly TicketEntry[];
  readonly people: readonly Person[];
  readonly canned: readonly CannedAnswer[];
  /** The canned answer that was chosen to begin with. */
  readonly chosen: CannedAnswer | null;
  readonly account: NamedAccount | null;
  readonly done: keyof typeof doneWords | null;
};
type Props = { readonly data: DeskTicketPage; readonly screen: Screen };

/** One ticket as the desk handles it. */
export const deskTicketPage = (data: DeskTicketPage, screen: Screen): View => {
  const { ticket, entries, done } = data;
  return {
    title: `お問い合わせ ${receiptNumber(ticket)}`,
    breadcrumbs: [
      { label: 'ホーム', href: '/' },
      { label: 'お問い合わせの管理', href: '/desk/tickets' },
      { label: receiptNumber(ticket) },
    ],
    wide: true,
    body: (
      <>
        <DoneNotice text={done ? doneWords[done] : undefined} />
        <Columns ratio="main-side">
          <div>
            <Facts ticket={ticket} />
            {ticket.request && <RequestPanel data={data} />}
            <Section title="経過">
              <Thread entries={entries} empty="まだ何も行っていません。" />
            </Section>
            {ticket.state !== 'closed' && <Answer data={data} screen={screen} />}
          </div>
          <Side data={data} screen={screen} />
        </Columns>
      </>
    ),
  };
};

const Facts = ({ ticket }: { readonly ticket: Ticket }) => (
  <>
    <DescriptionList
      items={[
        { label: '状態', value: <TicketStateLabel ticket={ticket} /> },
        { label: '内容', value: subjectOf(ticket) },
        { label: '分類', value: categoryName(ticket.category) },
        { label: '受付', value: `${formatInstant(ticket.createdAt)}（${channelNames[ticket.channel]}）` },
        { label: '問い合わせた方', value: ticket.askedBy },
        { label: '医療機関・組織', value: ticket.orgName },
        { label: '電話番号', value: ticket.phone },
        { label: '回答の宛先', value: ticket.email },
        { label: '担当者', value: ticket.assignee },
      ]}
    />
    {ticket.body && (
      <Section title="内容">
        <p class="quote">{ticket.body}</p>
      </Section>
    )}
  </>
);

/** A request of MC-3 to MC-6: what was said, what does not fit, and where it is carried out. */
const RequestPanel = ({ data: { ticket, account } }: Pick<Props, 'data'>) => {
  const warnings = accountWarnings(ticket, account);
  const href = actionHref(ticket, account);
  return (
    <Section title={ticket.request ? requestName(ticket.request) : ''} card>
      {warnings.map((warning) => (
        <Notice kind="warning" key={warning}>
          <p>{warning}</p>
        </Notice>
      ))}
      <DescriptionList
        items={[
          { label: '氏名 漢字（ふりがな）', value: ticket.personName },
          { label: 'メールアドレス', value: ticket.personEmail },
          { label: 'ユーザ名', value: ticket.userName },
          { label: '医療機関コード', value: ticket.institutionCode },
          { label: '医療機関名', value: ticket.institutionName },
          { label: '現在V-SYSを利用している人数', value: ticket.usersNow, unit: '人' },
        ]}
      />
      {href && ticket.state !== 'closed' && (
        <p>
          <LinkButton href={href} icon="user">
            {ticket.request === 'add-user' ? 'ユーザを追加する' : `${account?.name ?? ''} 様のユーザを開く`}
          </LinkButton>
        </p>
      )}
    </Section>
  );
};

const Answer = ({ data: { ticket, canned, chosen }, screen }: Props) => {
  const state = screen.form(answerForm, { by: 'mail', text: chosen?.body ?? '' }, ticket.version);
  return (
    <Section title="回答を送る">
      <ChoiceSwitch
        label="定型文"
        name="canned"
        value={chosen ? String(chosen.id) : ''}
        action={`/desk/tickets/${ticket.id}`}
        button="使う"
        options={[
          { value: '', label: '使わない' },
          ...canned.map(({ id, title }) => ({ value: String(id), label: title })),
        ]}
      />
      <Form def={answerForm} state={state} action={`/desk/tickets/${ticket.id}/answer`} submit="回答する">
        <FieldRow def={answerForm} state={state} name="by" />
        <FieldRow def={answerForm} state={state} name="text" />
      </Form>
    </Section>
  );
};

const Side = ({ data: { ticket, people }, screen }: Props) => {
  const assign = screen.form(
    assignForm,
    { assignee: String(ticket.assigneeId ?? screen.actor?.userId ?? '') },
    ticket.version,
  );
  const note = screen.form(noteForm);
  const closed = ticket.state === 'closed';
  const end = closed ? reopenForm : closeForm;
  return (
    <div>
      {!closed && (
        <Section title="担当">
          <Form
            def={assignForm}
            state={assign}
            action={`/desk/tickets/${ticket.id}/assign`}
            secondary={<Button icon="user">担当にする</Button>}
            guard={false}
          >
            <FieldRow
              def={assignForm}
              state={assign}
              name="assignee"
              options={people.map(({ id, name }) => ({ value: String(id), label: name }))}
            />
          </Form>
        </Section>
      )}
      <Section title="メモを残す">
        <Form
          def={noteForm}
          state={note}
          action={`/desk/tickets/${ticket.id}/notes`}
          secondary={<Button icon="pencil">メモを残す</Button>}
        >
          <FieldRow def={noteForm} state={note} name="text" />
        </Form>
      </Section>
      <Section title={closed ? '再開' : '完了'}>
        <Form
          def={end}
          state={screen.form(end, {}, ticket.version)}
          action={`/desk/tickets/${ticket.id}/${closed ? 'reopen' : 'close'}`}
          guard={false}
        >
          <Button icon={closed ? 'undo' : 'check'}>{closed ? '対応を再開する' : '完了にする'}</Button>
        </Form>
      </Section>
    </div>
  );
};
