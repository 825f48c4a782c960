-- Open deals with nothing planned, as the page Today lists and sums them; answered from the index alone.

CREATE INDEX deal_adrift ON deal (owner_id, status, next_activity, stage_entered_at, touched_at, last_activity, currency, amount, id, deleted_at) WHERE deleted_at IS NULL AND status = 'open' AND next_activity IS NULL;
