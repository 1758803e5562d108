-- where a matter comes from when nobody proposed it: its code in the strategy's file
alter table matter add column origin text unique;
