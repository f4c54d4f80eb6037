-- The directory is searched by any part of a name or address, in words as short as two letters, which trigrams do not
-- find; and what very many venues share is read in the order of the list, until the page is full.

-- A text as it is searched: NFKC, lower case, hiragana. The same as `foldForSearch`.
create function fold_for_search(t text) returns text language sql immutable strict parallel safe as $$
  select translate(lower(normalize(t, NFKC)),
    'ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶ',
    'ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔゕゖ')
$$;

-- Every two letters that stand side by side. So costly to the planner that it asks the index and never each row.
create function search_grams(t text) returns text[] language plpgsql immutable strict parallel safe cost 100000 as $$
declare
  letters text[] := string_to_array(t, null);
  grams text[] := '{}';
begin
  for i in 1 .. coalesce(array_length(letters, 1), 0) - 1 loop
    grams[i] := letters[i] || letters[i + 1];
  end loop;
  return grams;
end $$;

alter table venue_directory
  -- name and reading alone, of all that `search_text` holds
  add column search_name text not null generated always as (fold_for_search(name || ' ' || kana)) stored;
create index venue_directory_grams on venue_directory using gin (search_grams(search_text));
create index venue_directory_name on venue_directory (name, venue_id);
create index venue_directory_prefecture on venue_directory (prefecture_code, name, venue_id);
