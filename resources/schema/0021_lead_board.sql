-- The lead board: the cards of a column in their order, and what they sum up to, each from an index alone.

CREATE INDEX lead_on_board ON lead (status_id, next_activity, id DESC, owner_id, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX lead_by_worth ON lead (status_id, currency, estimated_value, status_entered_at, created_at, owner_id, deleted_at) WHERE deleted_at IS NULL;
