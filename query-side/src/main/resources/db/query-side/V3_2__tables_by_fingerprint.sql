-- of the tables that the newest generation was made with, live or being built
alter table projection add tables text;
