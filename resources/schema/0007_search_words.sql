-- A server keeps the words of a document as it searches them: for a frequent beginning of a word it looks through
-- documents one by one, and made these anew from the body of each. New ones go to the index at once: a list of
-- those waiting would be read by every search.

-- postgres:
DROP INDEX IF EXISTS search_index;
ALTER TABLE search_doc ADD COLUMN words TSVECTOR GENERATED ALWAYS AS (array_to_tsvector(string_to_array(body, ' '))) STORED;
CREATE INDEX search_index ON search_doc USING gin (words) WITH (fastupdate = off);
DROP INDEX IF EXISTS activity_index;
ALTER TABLE activity_doc ADD COLUMN words TSVECTOR GENERATED ALWAYS AS (array_to_tsvector(string_to_array(body, ' '))) STORED;
CREATE INDEX activity_index ON activity_doc USING gin (words) WITH (fastupdate = off);
-- end
