-- The month in which the year of a book's money begins: quarters and years are counted from it.

ALTER TABLE book_settings ADD COLUMN year_begins {{text}} NOT NULL DEFAULT 'january';
