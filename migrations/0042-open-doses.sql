-- S24: doses by date, 都道府県 and category are public. The view belongs to the tables' owner, so that it needs no reach;
-- it shows nothing smaller than a 都道府県.
create view open_doses as
  select t.day, t.prefecture_code, t.vaccine_id, t.category, t.dose_number, sum(t.amount)::bigint as doses
  from area_day_totals t where t.measure = 'doses'
  group by t.day, t.prefecture_code, t.vaccine_id, t.category, t.dose_number;
grant select on open_doses to vsys_web, vsys_all;
-- In the order of the pages of the open data, so that a page is read without sorting all of them.
create index area_day_totals_doses on area_day_totals (day, prefecture_code, vaccine_id, category, dose_number) where measure = 'doses';
