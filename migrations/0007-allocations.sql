-- S15 against concurrent edits: a supply is not lowered below what 国 has fixed meanwhile. The 確定 holds the クール, so
-- this runs after it; 40001 lets the change start again, and then it sees the fixed sheet and says so.
create function cycles_supply_covers_fixed() returns trigger language plpgsql as $$
begin
  if coalesce(new.supply, 0) < (
    select coalesce(sum(l.units), 0)
    from allocation_sheets s join allocation_lines l on l.sheet_id = s.id
    where s.cycle_id = new.id and s.level = 'national' and s.state = 'fixed'
  ) then
    raise exception 'supply of cycle % is below what is fixed', new.id using errcode = '40001';
  end if;
  return new;
end $$;
create trigger cycles_supply_covers_fixed before update of supply on cycles
  for each row when (new.supply is distinct from old.supply) execute function cycles_supply_covers_fixed();
