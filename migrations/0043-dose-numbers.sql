-- The report of spring 2021 asks for two doses; later ones are asked for from the day on which they began in Japan.
-- Further dose numbers, and categories that end, are rows with their days too.
insert into report_dose_numbers (number, from_day) values (3, '2021-12-01'), (4, '2022-05-25')
on conflict (number) do nothing;
