-- Lists in the order of what is written, and in groups.

-- Amounts of all currencies in one unit, so that they are sorted as they are compared: 5,000 euros are more than 1,000
-- Kuwaiti dinars. The expression is that of amountExpression().
DROP INDEX IF EXISTS deal_by_amount;
CREATE INDEX deal_by_amount ON deal ((CAST(amount AS NUMERIC) * CASE WHEN currency IN ('BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI', 'VND', 'VUV', 'XAF', 'XOF', 'XPF') THEN 10000 WHEN currency IN ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') THEN 10 WHEN currency IN ('CLF', 'UYW') THEN 1 ELSE 100 END){{first}}, id, status, deleted_at) WHERE deleted_at IS NULL;

-- The deals of a stage by name: the first rows of a list in groups.
CREATE INDEX deal_by_stage ON deal (stage_id, name_key, id, status, deleted_at) WHERE deleted_at IS NULL;

-- Tags are counted, and found, without looking at their links.
DROP INDEX IF EXISTS tag_link_by_record;
CREATE INDEX tag_link_by_record ON tag_link (record_kind, record_id, tag_id, deleted_at);
DROP INDEX IF EXISTS tag_link_by_tag;
CREATE INDEX tag_link_by_tag ON tag_link (tag_id, record_kind, record_id, deleted_at);

-- What was deleted, with its tags still on it; few.
CREATE INDEX contact_deleted ON contact (id) WHERE deleted_at IS NOT NULL;
CREATE INDEX company_deleted ON company (id) WHERE deleted_at IS NOT NULL;
CREATE INDEX lead_deleted ON lead (id) WHERE deleted_at IS NOT NULL;
CREATE INDEX deal_deleted ON deal (id) WHERE deleted_at IS NOT NULL;
