-- The lead board: the cards of a column in their order, and what they sum up to, without reading the leads.

CREATE INDEX lead_on_board ON lead (status_id, next_activity, id DESC, currency, estimated_value, status_entered_at, created_at, owner_id, deleted_at) WHERE deleted_at IS NULL;
