-- What stands on paper: a charge on an invoice, the record of a payout line on a payout, each on one (law U3).
create table billed (
  kind varchar(40) not null,
  id varchar(96) not null,
  paper varchar(96) not null,
  primary key (kind, id)
);

-- What was rated and stands on none yet, so that a run reads what is open and not what ever was.
create table unbilled (
  kind varchar(40) not null,
  id varchar(96) not null,
  at_nanos bigint not null,
  primary key (kind, id)
);
create index unbilled_at on unbilled (kind, at_nanos);
