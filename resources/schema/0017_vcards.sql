-- What a vCard says of somebody that no field has, a line for each of its properties, to be written into a vCard again.

ALTER TABLE contact ADD COLUMN vcard_rest {{text}} NOT NULL DEFAULT '';
ALTER TABLE company ADD COLUMN vcard_rest {{text}} NOT NULL DEFAULT '';
