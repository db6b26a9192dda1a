-- What a word is about: every id and value by which its readers or its keys name it, once each. A centre that reads a
-- booking and is its centreId is one row here and was two in word_mark; who finds a word by a name still looks at the
-- word itself, in the store, before showing it.
create table word_about (
  kind varchar(40) not null,
  about varchar(200) not null,
  id varchar(96) not null,
  primary key (kind, about, id)
);
insert into word_about (kind, about, id)
  select distinct kind,
    case
      when mark like 'k:%' then substr(mark, ${equals} + 1)
      when mark like '%:' then substr(mark, 3)
      else substr(mark, ${colon} + 3)
    end,
    id
  from word_mark;
drop table word_mark;
