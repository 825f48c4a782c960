-- One entry of the history for many records in a row that a step created, removed or restored: from entity_id to
-- last_id. What such records were created with is not repeated, it follows from their rows and from later entries;
-- `after` has four letters of check digits for each. Entries of older books stay as they are.

ALTER TABLE change ADD COLUMN last_id {{int}};
CREATE INDEX change_by_run ON change (entity, last_id, entity_id) WHERE last_id IS NOT NULL;

-- Words of records that a long step removed: the index of the file still has them, the search passes them over. They
-- are taken out in small portions later, or come back at once when the step is taken back. 1: as they were before that
-- step; 2: the step had changed them before.
ALTER TABLE search_doc ADD COLUMN resting {{int}} NOT NULL DEFAULT 0;
-- sqlite:
CREATE INDEX search_doc_resting ON search_doc (id) WHERE resting > 0;
-- end
