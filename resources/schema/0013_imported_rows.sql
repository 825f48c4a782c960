-- What each row of an imported file became: runs of lines and records, "2:17*500 510:3".

ALTER TABLE imported_file ADD COLUMN records {{text}} NOT NULL DEFAULT '';
