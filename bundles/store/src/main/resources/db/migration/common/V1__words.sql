-- Instants are nanoseconds since 1970 in UTC; places count from 0 within an entry.

-- Who may write: one row, whose epoch grows with each owner and fences off the one before.
create table lease (
  id smallint not null primary key,
  epoch bigint not null,
  holder varchar(200) not null
);
insert into lease (id, epoch, holder) values (1, 0, '');

-- The one sequence of changes.
create table journal (
  seq bigint not null primary key,
  at_nanos bigint not null,
  by_whom varchar(200) not null,
  body ${text} not null
);

-- Every word as it stands.
create table word (
  kind varchar(40) not null,
  id varchar(96) not null,
  revision bigint not null,
  seq bigint not null,
  place int not null,
  at_nanos bigint,
  body ${text} not null,
  primary key (kind, id)
);
create index word_written on word (kind, seq, place);
create index word_at on word (kind, at_nanos);

-- Its readers (r:centre:x) and its keys (k:centreId=x).
create table word_mark (
  kind varchar(40) not null,
  mark varchar(200) not null,
  id varchar(96) not null,
  primary key (kind, mark, id)
);

-- The calendar: what live bookings occupy.
create table calendar_line (
  line varchar(96) not null primary key,
  line_no bigint not null unique
);
create table busy (
  line_no bigint not null,
  starts bigint not null,
  ends bigint not null,
  booking varchar(96) not null,
  primary key (line_no, starts),
  constraint busy_ends_after_it_starts check (starts < ends)
);

create table open_visit (
  guest varchar(200) not null primary key,
  visit varchar(96) not null
);

-- The chains of usage records.
create table chain_head (
  chain varchar(200) not null primary key,
  total bigint not null,
  hash varchar(64) not null
);
create table chain_place (
  chain varchar(200) not null,
  number bigint not null,
  usage_record varchar(96) not null,
  primary key (chain, number)
);
create table usage_producer (
  producer varchar(200) not null primary key,
  usage_record varchar(96) not null
);

-- The ledger, in minor units.
create table ledger_entry (
  transaction_id varchar(96) not null,
  place int not null,
  account varchar(200) not null,
  currency varchar(3) not null,
  minor bigint not null,
  primary key (transaction_id, place)
);
create table balance (
  account varchar(200) not null,
  currency varchar(3) not null,
  minor bigint not null,
  primary key (account, currency)
);

-- Gapless numbers: invoices of a seller and year.
create table series (
  name varchar(200) not null primary key,
  total bigint not null
);

-- Answers to commands, for seven days.
create table once_key (
  producer varchar(200) not null,
  operation varchar(100) not null,
  request varchar(128) not null,
  digest varchar(128) not null,
  kind varchar(40) not null,
  revision bigint not null,
  seq bigint not null,
  at_nanos bigint not null,
  body ${text} not null,
  primary key (producer, operation, request)
);
create index once_key_at on once_key (at_nanos);

-- Effects that wait to be done.
create table outbox (
  effect varchar(200) not null primary key,
  kind varchar(40) not null,
  about varchar(200) not null,
  details ${text} not null,
  seq bigint not null,
  place int not null,
  due_nanos bigint not null,
  attempts int not null,
  why varchar(1000) not null
);
create index outbox_due on outbox (kind, due_nanos);
