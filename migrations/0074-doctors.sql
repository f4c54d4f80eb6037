-- A doctor can be taken off a venue's list; the venue's history keeps who it was, when and by whom.
grant delete on doctors to vsys_web, vsys_all;

-- The maker sees a doctor who left an address and checked its vaccine (2.2: 情報提供等をメールで受け取る), nothing else of doctors.
create policy doctors_maker on doctors for select to vsys_web using (
  email <> '' and exists (
    select from doctor_vaccines d join vaccines x on x.id = d.vaccine_id
    where d.doctor_id = doctors.id and array['k' || x.maker_id::text] && (select app_reach())
  )
);
