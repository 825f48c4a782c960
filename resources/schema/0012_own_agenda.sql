-- The list of one's own activities in the order of the agenda, which is how everybody's is read since 0009.

CREATE INDEX activity_agenda_by_owner ON activity (owner_id, (CASE WHEN state = 'planned' THEN coalesce(at, 0) ELSE 4611686018427387904 - coalesce(at, 0) END), id, deleted_at, state, at) WHERE deleted_at IS NULL;
