-- whom the mails are about that are here already, nobody knows any more
truncate mailbox;
alter table mailbox
    add column mail_id uuid not null unique,
    add column account_id uuid not null;
create index on mailbox (account_id);
-- what is personal is in no statistics, which would keep it, and neither is an index of it; a thousand rows need none
drop index mailbox_lower_id_idx;
alter table mailbox
    alter column receiver set statistics 0,
    alter column subject set statistics 0,
    alter column text set statistics 0,
    alter column html set statistics 0;
