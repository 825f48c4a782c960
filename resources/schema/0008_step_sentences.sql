-- What a step was is kept as the name of a sentence with its values, so that it is read in every reader's
-- language; `label` has the words of steps that were made before.

ALTER TABLE operation ADD COLUMN sentence {{text}} NOT NULL DEFAULT '';
