-- The book's own statuses of leads, each of a type that the program understands. Books of before had seven fixed ones:
-- they become the first records, with the ids 1 to 7.

CREATE TABLE lead_status (
    id {{id}},
    name {{text}} NOT NULL DEFAULT '',
    name_key {{text}} NOT NULL DEFAULT '',
    position {{int}} NOT NULL DEFAULT 0,
    type {{text}} NOT NULL DEFAULT 'working',
    planned_step {{text}} NOT NULL DEFAULT '',
    planned_kind {{text}} NOT NULL DEFAULT 'call',
    planned_days {{int}},
    rot_days {{int}},
    colour {{text}} NOT NULL DEFAULT '',
    symbol {{text}} NOT NULL DEFAULT '',
    active {{int}} NOT NULL DEFAULT 1,
    version {{int}} NOT NULL DEFAULT 1,
    created_at {{int}} NOT NULL,
    modified_at {{int}} NOT NULL,
    deleted_at {{int}}
) {{strict}};

-- A new book gets them in its first step; one of before has stages, or leads.
INSERT INTO lead_status (id, name, name_key, position, type, rot_days, colour, created_at, modified_at)
SELECT v.id, v.name, v.name_key, v.id, v.type, v.rot_days, v.colour, s.at, s.at
FROM (SELECT 1 AS id, 'New' AS name, 'new' AS name_key, 'open' AS type, 3 AS rot_days, '#8fa3b8' AS colour
      UNION ALL SELECT 2, 'Attempting', 'attempting', 'working', 14, '#6f9bb5'
      UNION ALL SELECT 3, 'Connected', 'connected', 'working', 14, '#6aa79b'
      UNION ALL SELECT 4, 'Qualified', 'qualified', 'qualified', 7, '#6fa56f'
      UNION ALL SELECT 5, 'Nurture', 'nurture', 'nurture', NULL, '#c9a35c'
      UNION ALL SELECT 6, 'Disqualified', 'disqualified', 'disqualified', NULL, '#b07a7a'
      UNION ALL SELECT 7, 'Converted', 'converted', 'converted', NULL, '#7f8fb0') v,
     (SELECT min(b.at) AS at FROM (SELECT min(created_at) AS at FROM stage UNION ALL SELECT min(created_at) FROM lead) b) s
WHERE s.at IS NOT NULL;
-- postgres:
SELECT setval(pg_get_serial_sequence('lead_status', 'id'), max(id)) FROM lead_status HAVING max(id) IS NOT NULL;
-- end

DROP INDEX IF EXISTS lead_by_name;
DROP INDEX IF EXISTS lead_by_owner;
DROP INDEX IF EXISTS lead_totals;
ALTER TABLE lead ADD COLUMN status_id {{int}} REFERENCES lead_status (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE lead ADD COLUMN state {{text}} NOT NULL DEFAULT 'open';
ALTER TABLE lead ADD COLUMN status_entered_at {{int}};
UPDATE lead SET
    status_id = CASE status WHEN 'attempting' THEN 2 WHEN 'connected' THEN 3 WHEN 'qualified' THEN 4 WHEN 'nurture' THEN 5 WHEN 'disqualified' THEN 6 WHEN 'converted' THEN 7 ELSE 1 END,
    state = CASE status WHEN 'attempting' THEN 'working' WHEN 'connected' THEN 'working' WHEN 'qualified' THEN status WHEN 'nurture' THEN status WHEN 'disqualified' THEN status WHEN 'converted' THEN status ELSE 'open' END;
-- postgres:
SET CONSTRAINTS ALL IMMEDIATE;
-- end
ALTER TABLE lead DROP COLUMN status;
CREATE INDEX lead_by_name ON lead (name_key, id, status_id, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX lead_by_owner ON lead (owner_id, name_key, id, status_id, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX lead_totals ON lead (currency, estimated_value, status_id, owner_id, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX lead_by_status ON lead (status_id, name_key, id, deleted_at) WHERE deleted_at IS NULL;

-- How a call ends may say how far a lead is.
ALTER TABLE outcome ADD COLUMN lead_status_id {{int}} REFERENCES lead_status (id) DEFERRABLE INITIALLY DEFERRED;

-- The history says the same: a text within its JSON cannot look like this, for its quotes are escaped.
UPDATE change SET before = replace(replace(replace(replace(replace(replace(replace(before, '"status":"new"', '"status_id":1'), '"status":"attempting"', '"status_id":2'), '"status":"connected"', '"status_id":3'), '"status":"qualified"', '"status_id":4'), '"status":"nurture"', '"status_id":5'), '"status":"disqualified"', '"status_id":6'), '"status":"converted"', '"status_id":7'),
    after = replace(replace(replace(replace(replace(replace(replace(after, '"status":"new"', '"status_id":1'), '"status":"attempting"', '"status_id":2'), '"status":"connected"', '"status_id":3'), '"status":"qualified"', '"status_id":4'), '"status":"nurture"', '"status_id":5'), '"status":"disqualified"', '"status_id":6'), '"status":"converted"', '"status_id":7')
    WHERE entity = 'lead' AND (before LIKE '%"status":"%' OR after LIKE '%"status":"%');
UPDATE change SET after = '{"status_id":1,' || substr(after, 2)
    WHERE entity = 'lead' AND kind = 'create' AND after LIKE '{"%' AND after NOT LIKE '%"status_id":%';
