-- The last line behind the calendar in memory (law B7); needs no extension.
alter table busy add constraint busy_never_overlaps
  exclude using gist (int8range(line_no, line_no, '[]') with &&, int8range(starts, ends) with &&);
