-- A time that takes a whole day is that day wherever it is read: an activity says which, and so do the records whose
-- last or next activity it is. Filled by the program, which knows the zones in which days were entered.

ALTER TABLE activity ADD COLUMN day {{text}};
ALTER TABLE company ADD COLUMN last_day {{text}};
ALTER TABLE company ADD COLUMN next_day {{text}};
ALTER TABLE contact ADD COLUMN last_day {{text}};
ALTER TABLE contact ADD COLUMN next_day {{text}};
ALTER TABLE lead ADD COLUMN last_day {{text}};
ALTER TABLE lead ADD COLUMN next_day {{text}};
ALTER TABLE deal ADD COLUMN last_day {{text}};
ALTER TABLE deal ADD COLUMN next_day {{text}};
