-- What a deal must say before it enters a stage: names of its fields, a space between two.

ALTER TABLE stage ADD COLUMN required_fields {{text}} NOT NULL DEFAULT '';
