-- A made-up country of current_setting('bench.venues') venues, the same rows every time: spread over the municipalities
-- by their people. Two municipalities have fixed numbers, so that the same page can be asked for at every size.

create temp table bench_area as
with size as (
  select current_setting('bench.venues')::int as venues, current_setting('bench.basics')::int as basics,
    current_setting('bench.large_basics')::int as large
), pinned (code, basics, satellites) as (
  select current_setting('bench.list_area'), 13, 78
  union all select current_setting('bench.large_area'), large, large * 6 from size
), rest as (
  select s.basics - sum(p.basics) as basics, s.venues - s.basics - sum(p.satellites) as satellites
  from size s, pinned p group by s.basics, s.venues
), weighed as (
  select m.code, p.population::numeric * m.towns / sum(m.towns) over (partition by m.prefecture_code) as weight
  from municipalities m join prefectures p on p.code = m.prefecture_code
), running as (
  select code, sum(weight) over (order by code) / sum(weight) over () as upto
  from weighed where code not in (select code from pinned)
), spread as (
  select code, round(upto * r.basics) - coalesce(lag(round(upto * r.basics)) over (order by code), 0) as basics,
    round(upto * r.satellites) - coalesce(lag(round(upto * r.satellites)) over (order by code), 0) as satellites
  from running, rest r
  union all select code, basics, satellites from pinned
)
select s.code, m.prefecture_code, p.name || m.name as place, basics::int, satellites::int,
  (sum(basics + satellites) over (order by s.code) - basics - satellites)::int as before
from spread s join municipalities m on m.code = s.code join prefectures p on p.code = m.prefecture_code;

create temp table bench_word (n int, family text, family_kana text, given text, given_kana text, town text);
insert into bench_word values
  (0, '佐藤', 'さとう', '恵子', 'けいこ', '本町'), (1, '鈴木', 'すずき', '誠', 'まこと', '中央'),
  (2, '高橋', 'たかはし', '直樹', 'なおき', '栄町'), (3, '田中', 'たなか', '裕子', 'ゆうこ', '緑ヶ丘'),
  (4, '伊藤', 'いとう', '健一', 'けんいち', '旭町'), (5, '渡辺', 'わたなべ', '彩', 'あや', '南'),
  (6, '山本', 'やまもと', '浩', 'ひろし', '大手町'), (7, '中村', 'なかむら', '美穂', 'みほ', '若葉台'),
  (8, '小林', 'こばやし', '千尋', 'ちひろ', '新町'), (9, '加藤', 'かとう', '葵', 'あおい', '桜木'),
  (10, '吉田', 'よしだ', '陽子', 'ようこ', '東山'), (11, '山田', 'やまだ', '翔', 'しょう', '西原'),
  (12, '佐々木', 'ささき', '実', 'みのる', '北浜'), (13, '松本', 'まつもと', '薫', 'かおる', '港'),
  (14, '井上', 'いのうえ', '隆', 'たかし', '宮前'), (15, '木村', 'きむら', '恵', 'めぐみ', '田町'),
  (16, '清水', 'しみず', '剛', 'つよし', '泉'), (17, '山口', 'やまぐち', '智子', 'ともこ', '高砂');

create temp table bench_venue as
with made as (
  select a.before + k as n, 1000000 + a.before + k as id, a.code as municipality_code, a.prefecture_code, a.place,
    case when k <= a.basics then 'basic' else 'satellite' end as role,
    case when k > a.basics and a.basics > 0 then 1000000 + a.before + 1 + k % a.basics end as basic_id
  from bench_area a, generate_series(1, a.basics + a.satellites) k
), named as (
  select m.*, w.family, w.family_kana, g.given, g.given_kana, t.town, k.kind, k.kind_kana
  from made m
    join bench_word w on w.n = m.n % 18
    join bench_word g on g.n = (m.n * 7 + m.n / 18) % 18
    join bench_word t on t.n = (m.n * 5 + m.n / 324) % 18
    join (values (0, '内科クリニック', 'ないかくりにっく'), (1, '医院', 'いいん'), (2, '小児科', 'しょうにか'),
      (3, '整形外科', 'せいけいげか'), (4, '病院', 'びょういん'), (5, 'ファミリークリニック', 'ふぁみりーくりにっく'),
      (6, '耳鼻咽喉科', 'じびいんこうか')) k (n, kind, kind_kana) on k.n = m.n % 7
)
select *, prefecture_code || lpad(n::text, 8, '0') as code, town || family || kind as name,
  family_kana || kind_kana as kana, 1 + n % 9 || '-' || 1 + n % 23 || '-' || 1 + n % 31 as street,
  lpad((1000000 + n * 37 % 8999999)::text, 7, '0') as postal_code, '03-0000-' || lpad((n % 10000)::text, 4, '0') as phone
from named;
create index on bench_venue (municipality_code, role);
analyze bench_area, bench_venue;

insert into organisations (id, kind, name, prefecture_code, municipality_code, phone, email, created_at)
overriding system value
select id, 'venue', name, prefecture_code, municipality_code, phone, 'venue-' || n || '@example.jp', now() - interval '1 year'
from bench_venue order by n;

insert into venue_directory (venue_id, code, name, kana, postal_code, prefecture_code, municipality_code, town, street, phone,
  homepage, facility_class, booking_mark, booking_marked_at, parking_spaces, booking_phone, booking_by_phone,
  reception_hours, general_admission, notice, search_text)
select id, code, name, kana, postal_code, prefecture_code, municipality_code, town, street, phone,
  case when n % 2 = 0 then 'https://v' || n || '.example.jp/' else '' end, 'institution',
  (array['open','open','few','closed','closed'])[1 + n % 5], now() - make_interval(hours => 1 + n % 72), n % 12, phone, true,
  '月〜金 9:00〜17:00', case when n % 8 = 0 then 'limited' else 'anyone' end,
  case when n % 3 = 0 then '接種券と本人確認書類をお持ちください。' else '' end,
  translate(lower(normalize(concat_ws(' ', name, kana, place || town || street, postal_code, code), NFKC)),
    'ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶ',
    'ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔゕゖ')
from bench_venue order by n;

insert into venues (venue_id, municipality_code, prefecture_code, representative_name, freezers_75, freezers_20,
  delivery_name, delivery_postal_code, delivery_address)
select id, municipality_code, prefecture_code, family || '　' || given, case role when 'basic' then 1 end,
  case role when 'basic' then 0 end, name, postal_code, place || town || street
from bench_venue order by n;

insert into venue_vaccines (venue_id, vaccine_id, role, basic_venue_id)
select v.id, x.id, v.role, v.basic_id from bench_venue v, vaccines x where x.code = 'pfizer' order by v.n;

insert into doctors (id, venue_id, prefecture_code, municipality_code, name, kana, phone) overriding system value
select id, id, prefecture_code, municipality_code, family || '　' || given, family_kana || '　' || given_kana, phone
from bench_venue order by n;
insert into doctor_vaccines (doctor_id, vaccine_id)
select v.id, x.id from bench_venue v, vaccines x where x.code = 'pfizer' order by v.n;
