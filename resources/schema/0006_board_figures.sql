-- How long deals have been in their stage, read together with the sums of the board; and what was won in a span of days. Both answered from an index alone.

DROP INDEX IF EXISTS deal_totals;
DROP INDEX IF EXISTS deal_totals_by_owner;
CREATE INDEX deal_totals ON deal (stage_id, currency, probability_override, amount, stage_entered_at, status, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX deal_totals_by_owner ON deal (owner_id, stage_id, currency, probability_override, amount, stage_entered_at, status, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX deal_won ON deal (stage_id, closed_on, owner_id, currency, amount, status, deleted_at) WHERE deleted_at IS NULL AND status = 'won';
