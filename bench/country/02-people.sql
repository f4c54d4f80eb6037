-- One user of every office, company and 基本型, with the id of the organisation and a session that is logged in.
-- The session's secret is that id, padded: it opens nothing but this database.

insert into organisations (id, kind, name, prefecture_code, created_at) overriding system value
values (900001, 'wholesaler', '株式会社ものさし薬流', '13', now() - interval '1 year');

insert into wholesaler_areas (wholesaler_id, vaccine_id, prefecture_code, from_day)
select 900001, x.id, p.code, current_date - 400 from prefectures p, vaccines x where x.code = 'pfizer' order by p.code;

insert into users (id, org_id, user_name, family_name, given_name, email, password_hash, password_changed_at,
  consent_version, consent_at, first_login_at, phone_page_done_at, created_at)
overriding system value
select o.id, o.id, 'u' || o.id || '@v.sys', '物差', '測', 'u' || o.id || '@example.jp', 'none', now(),
  'bench', now(), now(), now(), now() - interval '1 year'
from organisations o left join bench_venue v on v.id = o.id
where o.kind <> 'venue' or v.role = 'basic' order by o.id;

insert into sessions (id_hash, user_id, stage, created_at, last_seen_at)
select sha256(lpad(id::text, 43, '0')::bytea), id, 'full', now(), now() from users order by id;
