-- Writing, publishing and withdrawing change no words.
alter table announcement_history alter column changes set default '[]';
