-- A record's next step is its earliest planned activity; `next_step` has the subject of that. What was typed as a
-- text beside the activities stays as it was, as a note of its own, and in the history under the name of that.

ALTER TABLE deal RENAME COLUMN next_step TO noted_step;
ALTER TABLE deal RENAME COLUMN next_step_on TO noted_step_on;
ALTER TABLE deal ADD COLUMN next_step {{text}} NOT NULL DEFAULT '';
ALTER TABLE lead RENAME COLUMN next_step TO noted_step;
ALTER TABLE lead RENAME COLUMN next_step_on TO noted_step_on;
ALTER TABLE lead ADD COLUMN next_step {{text}} NOT NULL DEFAULT '';

-- The list of activities begins with what is planned, the earliest first, and goes on with what was done, the latest
-- first.
CREATE INDEX activity_agenda ON activity ((CASE WHEN state = 'planned' THEN coalesce(at, 0) ELSE 4611686018427387904 - coalesce(at, 0) END), id, deleted_at, state, at) WHERE deleted_at IS NULL;

UPDATE change SET before = replace(replace(before, '"next_step":', '"noted_step":'), '"next_step_on":', '"noted_step_on":'),
    after = replace(replace(after, '"next_step":', '"noted_step":'), '"next_step_on":', '"noted_step_on":')
    WHERE entity IN ('deal', 'lead') AND (before LIKE '%"next_step%' OR after LIKE '%"next_step%');

-- A stage that asked for its day asks for the step.
UPDATE stage SET required_fields = replace(replace(required_fields, 'next_step_on', 'next_step'), 'next_step next_step', 'next_step')
    WHERE required_fields LIKE '%next_step_on%';
UPDATE change SET before = replace(replace(before, 'next_step_on', 'next_step'), 'next_step next_step', 'next_step'),
    after = replace(replace(after, 'next_step_on', 'next_step'), 'next_step next_step', 'next_step')
    WHERE entity = 'stage' AND (before LIKE '%next_step_on%' OR after LIKE '%next_step_on%');

UPDATE deal SET next_step = (SELECT a.subject FROM activity_link l JOIN activity a ON a.id = l.activity_id
        WHERE l.record_kind = 'deal' AND l.record_id = deal.id AND l.phase = 1 AND l.deleted_at IS NULL
        ORDER BY l.at, l.activity_id LIMIT 1)
    WHERE next_activity IS NOT NULL;
UPDATE lead SET next_step = (SELECT a.subject FROM activity_link l JOIN activity a ON a.id = l.activity_id
        WHERE l.record_kind = 'lead' AND l.record_id = lead.id AND l.phase = 1 AND l.deleted_at IS NULL
        ORDER BY l.at, l.activity_id LIMIT 1)
    WHERE next_activity IS NOT NULL;
