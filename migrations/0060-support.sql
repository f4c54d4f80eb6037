-- お問合せ: what the chatbot was asked, inquiries (tickets) and how the service desk answers them.

create table chat_questions (
  id bigint generated always as identity primary key,
  user_id bigint not null references users,
  asked_at timestamptz not null,
  -- phone numbers, mail addresses and codes are struck out before it is kept
  question text not null check (question <> ''),
  audience text,
  topic text,
  -- articles that were offered, the closest first
  offered integer[] not null,
  chosen_id bigint references articles,
  -- 「この中にはない」
  none_at timestamptz,
  helpful boolean,
  comment text not null default '',
  -- the desk has seen to a question that found nothing
  handled_at timestamptz,
  handled_by bigint references users,
  check (chosen_id is null or chosen_id = any(offered)),
  check (helpful is null or chosen_id is not null)
);
create index chat_questions_user on chat_questions (user_id, id desc);
create index chat_questions_missed on chat_questions (id desc)
  where handled_at is null and (none_at is not null or helpful = false or offered = '{}');

-- Other words for an article's question, as users have put it.
create table chat_wordings (
  id bigint generated always as identity primary key,
  article_id bigint not null references articles,
  text text not null check (text <> ''),
  question_id bigint references chat_questions,
  added_by bigint not null references users,
  added_at timestamptz not null
);

create table tickets (
  id bigint generated always as identity primary key,
  channel text not null check (channel in ('form','mail','phone')),
  state text not null check (state in ('new','working','answered','closed')),
  category text not null,
  detail text not null,
  -- 依頼事項 of MC-3 to MC-6; null = a question
  request text check (request in ('add-user','remove-user','reset-new','reset-answer')),
  -- who asks: a user, or someone for whom the desk entered a mail or a call
  user_id bigint references users,
  org_id bigint references organisations,
  entered_by bigint references users,
  phone text not null default '',
  email text not null,
  person_name text not null default '',
  person_email text not null default '',
  user_name text not null default '',
  institution_code text not null default '',
  institution_name text not null default '',
  users_now integer check (users_now >= 0),
  body text not null,
  assignee_id bigint references users,
  created_at timestamptz not null,
  closed_at timestamptz,
  version integer not null default 1,
  check (channel <> 'form' or user_id is not null),
  check ((state = 'closed') = (closed_at is not null))
);
create index tickets_open on tickets (id) where state <> 'closed';
create index tickets_user on tickets (user_id, id desc);

create table ticket_entries (
  id bigint generated always as identity primary key,
  ticket_id bigint not null references tickets,
  at timestamptz not null,
  user_id bigint not null references users,
  -- answer: the asker sees it; message: from the asker; note, action, move: inside the desk
  kind text not null check (kind in ('answer','message','note','action','move')),
  by_phone boolean not null default false,
  text text not null check (text <> '')
);
create index ticket_entries_ticket on ticket_entries (ticket_id, id);

-- 定型文
create table canned_answers (
  -- the first ones come with the program
  id bigint generated always as identity (start with 101) primary key,
  title text not null check (title <> ''),
  body text not null check (body <> ''),
  removed_at timestamptz,
  version integer not null default 1
);
insert into canned_answers (id, title, body) overriding system value values
  (1, 'ユーザ追加の完了', E'ご申請のユーザを追加しました。\n追加した方のメールアドレスに招待のメールを送信しましたので、24時間以内にURLを開き、初期設定をしてください。'),
  (2, 'ユーザ削除の完了', E'ご申請のユーザを削除しました。\n削除したユーザ名では、ログインできなくなりました。'),
  (3, 'パスワード初期化の完了', E'パスワードを初期化するためのメールを送信しました。\n24時間以内にメールのURLを開き、新しいパスワードを設定してください。'),
  (4, '医療機関コードの確認', E'ご依頼の内容に、医療機関コード（10桁）の記載がありませんでした。\nご本人の確認に必要ですので、医療機関コードと医療機関名をお知らせください。'),
  (5, 'ユーザ数の上限', E'1つの医療機関・接種会場のユーザは10人までです。すでに上限に達しています。\n使わなくなったユーザの削除を、あわせて申請してください。'),
  (6, '制度に関するご質問', E'制度、業務、法律に関することは、V-SYSサービスデスクではお答えできません。\n厚生労働省の電話相談窓口にお問い合わせください。');

grant select, insert, update on chat_questions, tickets, canned_answers to vsys_web, vsys_all;
grant select, insert on chat_wordings, ticket_entries to vsys_web, vsys_all;
