-- The book, version 1. See docs/data-model.md for what the tables mean.
-- Days are ISO text, instants milliseconds since 1970 UTC, money minor units of the row's currency.
-- Rows are never deleted: removal sets deleted_at. Text ending in _key is folded (domain/text.h).

CREATE TABLE book (
    name {{text}} PRIMARY KEY,
    value {{text}} NOT NULL
) {{strict}};

CREATE TABLE team (
    id {{id}},
    name {{text}} NOT NULL DEFAULT '',
    name_key {{text}} NOT NULL DEFAULT '',
-- sqlite:
    manager_id INTEGER REFERENCES user_account (id) DEFERRABLE INITIALLY DEFERRED,
-- postgres:
    manager_id BIGINT,
-- end
    region {{text}} NOT NULL DEFAULT '',
    version {{int}} NOT NULL DEFAULT 1,
    created_at {{int}} NOT NULL,
    modified_at {{int}} NOT NULL,
    deleted_at {{int}}
) {{strict}};

CREATE TABLE user_account (
    id {{id}},
    name {{text}} NOT NULL DEFAULT '',
    name_key {{text}} NOT NULL DEFAULT '',
    email {{text}} NOT NULL DEFAULT '',
    phone {{text}} NOT NULL DEFAULT '',
    role {{text}} NOT NULL DEFAULT 'salesperson',
    team_id {{int}} REFERENCES team (id) DEFERRABLE INITIALLY DEFERRED,
    region {{text}} NOT NULL DEFAULT '',
    active {{int}} NOT NULL DEFAULT 1,
    version {{int}} NOT NULL DEFAULT 1,
    created_at {{int}} NOT NULL,
    modified_at {{int}} NOT NULL,
    deleted_at {{int}}
) {{strict}};

CREATE TABLE source (
    id {{id}},
    name {{text}} NOT NULL DEFAULT '',
    name_key {{text}} NOT NULL DEFAULT '',
    position {{int}} NOT NULL DEFAULT 0,
    active {{int}} NOT NULL DEFAULT 1,
    version {{int}} NOT NULL DEFAULT 1,
    created_at {{int}} NOT NULL,
    modified_at {{int}} NOT NULL,
    deleted_at {{int}}
) {{strict}};

CREATE TABLE lost_reason (
    id {{id}},
    name {{text}} NOT NULL DEFAULT '',
    name_key {{text}} NOT NULL DEFAULT '',
    needs_note {{int}} NOT NULL DEFAULT 0,
    position {{int}} NOT NULL DEFAULT 0,
    active {{int}} NOT NULL DEFAULT 1,
    version {{int}} NOT NULL DEFAULT 1,
    created_at {{int}} NOT NULL,
    modified_at {{int}} NOT NULL,
    deleted_at {{int}}
) {{strict}};

CREATE TABLE outcome (
    id {{id}},
    name {{text}} NOT NULL DEFAULT '',
    name_key {{text}} NOT NULL DEFAULT '',
    activity_kinds {{text}} NOT NULL DEFAULT '',
    reached {{int}} NOT NULL DEFAULT 0,
    attempt {{int}} NOT NULL DEFAULT 1,
    follow_up_days {{int}},
    position {{int}} NOT NULL DEFAULT 0,
    active {{int}} NOT NULL DEFAULT 1,
    version {{int}} NOT NULL DEFAULT 1,
    created_at {{int}} NOT NULL,
    modified_at {{int}} NOT NULL,
    deleted_at {{int}}
) {{strict}};

CREATE TABLE tag (
    id {{id}},
    name {{text}} NOT NULL DEFAULT '',
    name_key {{text}} NOT NULL DEFAULT '',
    colour {{text}} NOT NULL DEFAULT '',
    version {{int}} NOT NULL DEFAULT 1,
    created_at {{int}} NOT NULL,
    modified_at {{int}} NOT NULL,
    deleted_at {{int}}
) {{strict}};

CREATE TABLE product (
    id {{id}},
    name {{text}} NOT NULL DEFAULT '',
    name_key {{text}} NOT NULL DEFAULT '',
    code {{text}} NOT NULL DEFAULT '',
    series {{text}} NOT NULL DEFAULT '',
    unit {{text}} NOT NULL DEFAULT '',
    price {{int}},
    currency {{text}} NOT NULL DEFAULT '',
    active {{int}} NOT NULL DEFAULT 1,
    description {{text}} NOT NULL DEFAULT '',
    version {{int}} NOT NULL DEFAULT 1,
    created_at {{int}} NOT NULL,
    modified_at {{int}} NOT NULL,
    deleted_at {{int}}
) {{strict}};

CREATE TABLE pipeline (
    id {{id}},
    name {{text}} NOT NULL DEFAULT '',
    name_key {{text}} NOT NULL DEFAULT '',
    position {{int}} NOT NULL DEFAULT 0,
    version {{int}} NOT NULL DEFAULT 1,
    created_at {{int}} NOT NULL,
    modified_at {{int}} NOT NULL,
    deleted_at {{int}}
) {{strict}};

CREATE TABLE stage (
    id {{id}},
    pipeline_id {{int}} REFERENCES pipeline (id) DEFERRABLE INITIALLY DEFERRED,
    name {{text}} NOT NULL DEFAULT '',
    name_key {{text}} NOT NULL DEFAULT '',
    position {{int}} NOT NULL DEFAULT 0,
    type {{text}} NOT NULL DEFAULT 'open',
    probability {{int}} NOT NULL DEFAULT 0,
    rot_days {{int}},
    soft_limit {{int}},
    forecast_category {{text}} NOT NULL DEFAULT 'pipeline',
    colour {{text}} NOT NULL DEFAULT '',
    guidance {{text}} NOT NULL DEFAULT '',
    version {{int}} NOT NULL DEFAULT 1,
    created_at {{int}} NOT NULL,
    modified_at {{int}} NOT NULL,
    deleted_at {{int}}
) {{strict}};

CREATE TABLE custom_field (
    id {{id}},
    record_kind {{text}} NOT NULL,
    name {{text}} NOT NULL DEFAULT '',
    label {{text}} NOT NULL DEFAULT '',
    kind {{text}} NOT NULL DEFAULT 'text',
    choices {{text}} NOT NULL DEFAULT '',
    required {{int}} NOT NULL DEFAULT 0,
    indexed {{int}} NOT NULL DEFAULT 0,
    position {{int}} NOT NULL DEFAULT 0,
    version {{int}} NOT NULL DEFAULT 1,
    created_at {{int}} NOT NULL,
    modified_at {{int}} NOT NULL,
    deleted_at {{int}}
) {{strict}};

CREATE TABLE company (
    id {{id}},
    name {{text}} NOT NULL DEFAULT '',
    name_key {{text}} NOT NULL DEFAULT '',
    legal_name {{text}} NOT NULL DEFAULT '',
    type {{text}} NOT NULL DEFAULT '',
    sector {{text}} NOT NULL DEFAULT '',
    parent_id {{int}} REFERENCES company (id) DEFERRABLE INITIALLY DEFERRED,
    owner_id {{int}} REFERENCES user_account (id) DEFERRABLE INITIALLY DEFERRED,
    website {{text}} NOT NULL DEFAULT '',
    email {{text}} NOT NULL DEFAULT '',
    phone {{text}} NOT NULL DEFAULT '',
    city {{text}} NOT NULL DEFAULT '',
    country {{text}} NOT NULL DEFAULT '',
    employees {{int}},
    revenue {{int}},
    currency {{text}} NOT NULL DEFAULT '',
    founded {{int}},
    registration_number {{text}} NOT NULL DEFAULT '',
    source_id {{int}} REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
    description {{text}} NOT NULL DEFAULT '',
    last_activity {{int}},
    next_activity {{int}},
    custom {{text}} NOT NULL DEFAULT '',
    version {{int}} NOT NULL DEFAULT 1,
    created_at {{int}} NOT NULL,
    modified_at {{int}} NOT NULL,
    deleted_at {{int}}
) {{strict}};

CREATE TABLE contact (
    id {{id}},
    salutation {{text}} NOT NULL DEFAULT '',
    first_name {{text}} NOT NULL DEFAULT '',
    middle_name {{text}} NOT NULL DEFAULT '',
    last_name {{text}} NOT NULL DEFAULT '',
    suffix {{text}} NOT NULL DEFAULT '',
    name {{text}} NOT NULL DEFAULT '',
    name_key {{text}} NOT NULL DEFAULT '',
    job_title {{text}} NOT NULL DEFAULT '',
    department {{text}} NOT NULL DEFAULT '',
    company_id {{int}} REFERENCES company (id) DEFERRABLE INITIALLY DEFERRED,
    email {{text}} NOT NULL DEFAULT '',
    phone {{text}} NOT NULL DEFAULT '',
    city {{text}} NOT NULL DEFAULT '',
    country {{text}} NOT NULL DEFAULT '',
    owner_id {{int}} REFERENCES user_account (id) DEFERRABLE INITIALLY DEFERRED,
    reports_to_id {{int}} REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    birthday {{text}},
    language {{text}} NOT NULL DEFAULT '',
    time_zone {{text}} NOT NULL DEFAULT '',
    do_not_call {{int}} NOT NULL DEFAULT 0,
    opted_out {{int}} NOT NULL DEFAULT 0,
    source_id {{int}} REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
    description {{text}} NOT NULL DEFAULT '',
    last_activity {{int}},
    next_activity {{int}},
    custom {{text}} NOT NULL DEFAULT '',
    version {{int}} NOT NULL DEFAULT 1,
    created_at {{int}} NOT NULL,
    modified_at {{int}} NOT NULL,
    deleted_at {{int}}
) {{strict}};

CREATE TABLE lead (
    id {{id}},
    salutation {{text}} NOT NULL DEFAULT '',
    first_name {{text}} NOT NULL DEFAULT '',
    last_name {{text}} NOT NULL DEFAULT '',
    name {{text}} NOT NULL DEFAULT '',
    name_key {{text}} NOT NULL DEFAULT '',
    job_title {{text}} NOT NULL DEFAULT '',
    organisation {{text}} NOT NULL DEFAULT '',
    status {{text}} NOT NULL DEFAULT 'new',
    rating {{text}} NOT NULL DEFAULT '',
    email {{text}} NOT NULL DEFAULT '',
    phone {{text}} NOT NULL DEFAULT '',
    city {{text}} NOT NULL DEFAULT '',
    country {{text}} NOT NULL DEFAULT '',
    website {{text}} NOT NULL DEFAULT '',
    sector {{text}} NOT NULL DEFAULT '',
    employees {{int}},
    estimated_value {{int}},
    currency {{text}} NOT NULL DEFAULT '',
    owner_id {{int}} REFERENCES user_account (id) DEFERRABLE INITIALLY DEFERRED,
    source_id {{int}} REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
    source_detail {{text}} NOT NULL DEFAULT '',
    disqualify_reason_id {{int}} REFERENCES lost_reason (id) DEFERRABLE INITIALLY DEFERRED,
    recycle_on {{text}},
    next_step {{text}} NOT NULL DEFAULT '',
    next_step_on {{text}},
    do_not_call {{int}} NOT NULL DEFAULT 0,
    opted_out {{int}} NOT NULL DEFAULT 0,
    description {{text}} NOT NULL DEFAULT '',
    converted_at {{int}},
    converted_contact_id {{int}} REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    converted_company_id {{int}} REFERENCES company (id) DEFERRABLE INITIALLY DEFERRED,
-- sqlite:
    converted_deal_id INTEGER REFERENCES deal (id) DEFERRABLE INITIALLY DEFERRED,
-- postgres:
    converted_deal_id BIGINT,
-- end
    last_activity {{int}},
    next_activity {{int}},
    custom {{text}} NOT NULL DEFAULT '',
    version {{int}} NOT NULL DEFAULT 1,
    created_at {{int}} NOT NULL,
    modified_at {{int}} NOT NULL,
    deleted_at {{int}}
) {{strict}};

CREATE TABLE deal (
    id {{id}},
    name {{text}} NOT NULL DEFAULT '',
    name_key {{text}} NOT NULL DEFAULT '',
    company_id {{int}} REFERENCES company (id) DEFERRABLE INITIALLY DEFERRED,
    contact_id {{int}} REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    pipeline_id {{int}} REFERENCES pipeline (id) DEFERRABLE INITIALLY DEFERRED,
    stage_id {{int}} REFERENCES stage (id) DEFERRABLE INITIALLY DEFERRED,
    status {{text}} NOT NULL DEFAULT 'open',
    amount {{int}},
    currency {{text}} NOT NULL DEFAULT '',
    probability_override {{int}},
    expected_close {{text}},
    close_month {{int}},
    closed_on {{text}},
    forecast_category {{text}} NOT NULL DEFAULT '',
    type {{text}} NOT NULL DEFAULT '',
    priority {{text}} NOT NULL DEFAULT '',
    owner_id {{int}} REFERENCES user_account (id) DEFERRABLE INITIALLY DEFERRED,
    source_id {{int}} REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
    lost_reason_id {{int}} REFERENCES lost_reason (id) DEFERRABLE INITIALLY DEFERRED,
    close_note {{text}} NOT NULL DEFAULT '',
    competitor {{text}} NOT NULL DEFAULT '',
    next_step {{text}} NOT NULL DEFAULT '',
    next_step_on {{text}},
    description {{text}} NOT NULL DEFAULT '',
    product_id {{int}} REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
    rank {{int}} NOT NULL DEFAULT 0,
    stage_entered_at {{int}},
    touched_at {{int}},
    last_activity {{int}},
    next_activity {{int}},
    custom {{text}} NOT NULL DEFAULT '',
    version {{int}} NOT NULL DEFAULT 1,
    created_at {{int}} NOT NULL,
    modified_at {{int}} NOT NULL,
    deleted_at {{int}}
) {{strict}};

CREATE TABLE activity (
    id {{id}},
    kind {{text}} NOT NULL DEFAULT 'note',
    state {{text}} NOT NULL DEFAULT 'done',
    subject {{text}} NOT NULL DEFAULT '',
    note {{text}} NOT NULL DEFAULT '',
    direction {{text}} NOT NULL DEFAULT '',
    outcome_id {{int}} REFERENCES outcome (id) DEFERRABLE INITIALLY DEFERRED,
    at {{int}},
    all_day {{int}} NOT NULL DEFAULT 0,
    time_zone {{text}} NOT NULL DEFAULT '',
    duration {{int}},
    location {{text}} NOT NULL DEFAULT '',
    priority {{int}} NOT NULL DEFAULT 0,
    owner_id {{int}} REFERENCES user_account (id) DEFERRABLE INITIALLY DEFERRED,
    done_at {{int}},
    follow_up_of_id {{int}} REFERENCES activity (id) DEFERRABLE INITIALLY DEFERRED,
    confidential {{int}} NOT NULL DEFAULT 0,
    custom {{text}} NOT NULL DEFAULT '',
    version {{int}} NOT NULL DEFAULT 1,
    created_at {{int}} NOT NULL,
    modified_at {{int}} NOT NULL,
    deleted_at {{int}}
) {{strict}};

CREATE TABLE affiliation (
    id {{id}},
    contact_id {{int}} REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    company_id {{int}} REFERENCES company (id) DEFERRABLE INITIALLY DEFERRED,
    role {{text}} NOT NULL DEFAULT '',
    from_day {{text}},
    until_day {{text}},
    has_left {{int}} NOT NULL DEFAULT 0,
    version {{int}} NOT NULL DEFAULT 1,
    created_at {{int}} NOT NULL,
    modified_at {{int}} NOT NULL,
    deleted_at {{int}}
) {{strict}};

CREATE TABLE contact_point (
    id {{id}},
    record_kind {{text}} NOT NULL,
    record_id {{int}} NOT NULL DEFAULT 0,
    reach_by {{text}} NOT NULL DEFAULT 'email',
    place {{text}} NOT NULL DEFAULT 'work',
    value {{text}} NOT NULL DEFAULT '',
    value_key {{text}} NOT NULL DEFAULT '',
    is_primary {{int}} NOT NULL DEFAULT 0,
    is_invalid {{int}} NOT NULL DEFAULT 0,
    version {{int}} NOT NULL DEFAULT 1,
    created_at {{int}} NOT NULL,
    modified_at {{int}} NOT NULL,
    deleted_at {{int}}
) {{strict}};

CREATE TABLE address (
    id {{id}},
    record_kind {{text}} NOT NULL,
    record_id {{int}} NOT NULL DEFAULT 0,
    place {{text}} NOT NULL DEFAULT 'work',
    street {{text}} NOT NULL DEFAULT '',
    postal_code {{text}} NOT NULL DEFAULT '',
    city {{text}} NOT NULL DEFAULT '',
    region {{text}} NOT NULL DEFAULT '',
    country {{text}} NOT NULL DEFAULT '',
    version {{int}} NOT NULL DEFAULT 1,
    created_at {{int}} NOT NULL,
    modified_at {{int}} NOT NULL,
    deleted_at {{int}}
) {{strict}};

CREATE TABLE deal_contact (
    id {{id}},
    deal_id {{int}} REFERENCES deal (id) DEFERRABLE INITIALLY DEFERRED,
    contact_id {{int}} REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    role {{text}} NOT NULL DEFAULT '',
    version {{int}} NOT NULL DEFAULT 1,
    created_at {{int}} NOT NULL,
    modified_at {{int}} NOT NULL,
    deleted_at {{int}}
) {{strict}};

CREATE TABLE line_item (
    id {{id}},
    deal_id {{int}} REFERENCES deal (id) DEFERRABLE INITIALLY DEFERRED,
    product_id {{int}} REFERENCES product (id) DEFERRABLE INITIALLY DEFERRED,
    description {{text}} NOT NULL DEFAULT '',
    quantity_milli {{int}} NOT NULL DEFAULT 1000,
    unit_price {{int}},
    discount_percent {{int}} NOT NULL DEFAULT 0,
    position {{int}} NOT NULL DEFAULT 0,
    version {{int}} NOT NULL DEFAULT 1,
    created_at {{int}} NOT NULL,
    modified_at {{int}} NOT NULL,
    deleted_at {{int}}
) {{strict}};

CREATE TABLE stage_visit (
    id {{id}},
    deal_id {{int}} REFERENCES deal (id) DEFERRABLE INITIALLY DEFERRED,
    stage_id {{int}} REFERENCES stage (id) DEFERRABLE INITIALLY DEFERRED,
    entered_at {{int}},
    left_at {{int}},
    user_id {{int}} REFERENCES user_account (id) DEFERRABLE INITIALLY DEFERRED,
    version {{int}} NOT NULL DEFAULT 1,
    created_at {{int}} NOT NULL,
    modified_at {{int}} NOT NULL,
    deleted_at {{int}}
) {{strict}};

CREATE TABLE activity_link (
    id {{id}},
    activity_id {{int}} REFERENCES activity (id) DEFERRABLE INITIALLY DEFERRED,
    record_kind {{text}} NOT NULL,
    record_id {{int}} NOT NULL DEFAULT 0,
    at {{int}},
    phase {{int}} NOT NULL DEFAULT 0,
    version {{int}} NOT NULL DEFAULT 1,
    created_at {{int}} NOT NULL,
    modified_at {{int}} NOT NULL,
    deleted_at {{int}}
) {{strict}};

CREATE TABLE participant (
    id {{id}},
    activity_id {{int}} REFERENCES activity (id) DEFERRABLE INITIALLY DEFERRED,
    record_kind {{text}} NOT NULL,
    record_id {{int}} NOT NULL DEFAULT 0,
    acceptance {{text}} NOT NULL DEFAULT '',
    version {{int}} NOT NULL DEFAULT 1,
    created_at {{int}} NOT NULL,
    modified_at {{int}} NOT NULL,
    deleted_at {{int}}
) {{strict}};

CREATE TABLE tag_link (
    id {{id}},
    tag_id {{int}} REFERENCES tag (id) DEFERRABLE INITIALLY DEFERRED,
    record_kind {{text}} NOT NULL,
    record_id {{int}} NOT NULL DEFAULT 0,
    version {{int}} NOT NULL DEFAULT 1,
    created_at {{int}} NOT NULL,
    modified_at {{int}} NOT NULL,
    deleted_at {{int}}
) {{strict}};

CREATE TABLE external_ref (
    id {{id}},
    system {{text}} NOT NULL DEFAULT '',
    external_key {{text}} NOT NULL DEFAULT '',
    record_kind {{text}} NOT NULL,
    record_id {{int}} NOT NULL DEFAULT 0,
    version {{int}} NOT NULL DEFAULT 1,
    created_at {{int}} NOT NULL,
    modified_at {{int}} NOT NULL,
    deleted_at {{int}}
) {{strict}};

-- postgres:
ALTER TABLE team ADD FOREIGN KEY (manager_id) REFERENCES user_account (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE lead ADD FOREIGN KEY (converted_deal_id) REFERENCES deal (id) DEFERRABLE INITIALLY DEFERRED;
-- end

-- What users did, and each field that it changed.

CREATE TABLE operation (
    id {{id}},
    at {{int}} NOT NULL,
    actor_id {{int}},
    label {{text}} NOT NULL,
    origin {{text}} NOT NULL,
    reverts {{int}} REFERENCES operation (id),
    reverted_by {{int}} REFERENCES operation (id),
    change_count {{int}} NOT NULL DEFAULT 0
) {{strict}};

CREATE TABLE change (
    id {{id}},
    operation_id {{int}} NOT NULL REFERENCES operation (id),
    entity {{text}} NOT NULL,
    entity_id {{int}} NOT NULL,
    kind {{text}} NOT NULL,
    before {{text}},
    after {{text}}
) {{strict}};

CREATE INDEX operation_by_actor ON operation (actor_id, id);
CREATE INDEX change_by_operation ON change (operation_id, id);
CREATE INDEX change_by_record ON change (entity, entity_id, id);

-- What the search finds. Bodies are folded words, so both engines find the same.

CREATE TABLE search_doc (
    id {{id}},
    entity {{text}} NOT NULL,
    entity_id {{int}} NOT NULL,
    body {{text}} NOT NULL,
    UNIQUE (entity, entity_id)
) {{strict}};

-- sqlite:
CREATE VIRTUAL TABLE search_index USING fts5(body, content='search_doc', content_rowid='id', prefix='1 2 3 4 5 6 7 8', detail='none', columnsize=0, tokenize='unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE activity_index USING fts5(body, content='', prefix='2 3 4 5 6 7 8 9 10 11 12', detail='none', columnsize=0, tokenize='unicode61 remove_diacritics 0');
-- postgres:
CREATE INDEX search_index ON search_doc USING gin (array_to_tsvector(string_to_array(body, ' ')));
CREATE TABLE activity_doc (
    id BIGINT PRIMARY KEY,
    body TEXT COLLATE "C" NOT NULL
);
CREATE INDEX activity_index ON activity_doc USING gin (array_to_tsvector(string_to_array(body, ' ')));
-- end

-- One index for each order and filter that the lists offer, ending in id, for live rows only. They name
-- deleted_at all the same: SQLite looks at the row itself for each column that the index lacks, even
-- where the index's condition has decided it.

CREATE INDEX contact_by_name ON contact (name_key, id, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX contact_by_owner ON contact (owner_id, name_key, id, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX contact_by_company ON contact (company_id, name_key, id, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX contact_by_modified ON contact (modified_at, id, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX company_by_name ON company (name_key, id, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX company_by_owner ON company (owner_id, name_key, id, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX company_by_parent ON company (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX lead_by_name ON lead (name_key, id, status, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX lead_by_owner ON lead (owner_id, name_key, id, status, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX lead_totals ON lead (currency, estimated_value, status, owner_id, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX deal_by_name ON deal (name_key, id, status, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX deal_by_company ON deal (company_id, id, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX deal_by_contact ON deal (contact_id, id, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX deal_by_owner ON deal (owner_id, status, expected_close{{first}}, id, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX deal_by_status ON deal (status, expected_close{{first}}, id, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX deal_by_amount ON deal (amount{{first}}, id, status, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX deal_by_close ON deal (expected_close{{first}}, id, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX deal_by_closed ON deal (closed_on{{first}}, id, status, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX deal_by_modified ON deal (modified_at, id, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX deal_board ON deal (stage_id, rank, id, status, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX deal_board_by_owner ON deal (owner_id, stage_id, rank, id, status, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX deal_totals ON deal (stage_id, currency, probability_override, amount, status, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX deal_totals_by_owner ON deal (owner_id, stage_id, currency, probability_override, amount, status, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX deal_forecast ON deal (close_month, currency, stage_id, probability_override, amount, status, deleted_at) WHERE deleted_at IS NULL AND status IN ('open','on_hold');
CREATE INDEX activity_by_time ON activity (at{{first}}, id, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX activity_by_owner ON activity (owner_id, at{{first}}, id, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX activity_by_state ON activity (owner_id, state, at{{first}}, id, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX activity_link_by_record ON activity_link (record_kind, record_id, phase, at, activity_id, deleted_at) WHERE deleted_at IS NULL;
CREATE INDEX activity_link_by_activity ON activity_link (activity_id);
CREATE INDEX participant_by_activity ON participant (activity_id);
CREATE INDEX participant_by_record ON participant (record_kind, record_id);
CREATE INDEX contact_point_by_record ON contact_point (record_kind, record_id);
CREATE INDEX contact_point_by_value ON contact_point (value_key);
CREATE INDEX address_by_record ON address (record_kind, record_id);
CREATE INDEX affiliation_by_contact ON affiliation (contact_id);
CREATE INDEX affiliation_by_company ON affiliation (company_id);
CREATE INDEX deal_contact_by_deal ON deal_contact (deal_id);
CREATE INDEX deal_contact_by_contact ON deal_contact (contact_id);
CREATE INDEX line_item_by_deal ON line_item (deal_id);
CREATE INDEX line_item_by_product ON line_item (product_id);
CREATE INDEX stage_visit_by_deal ON stage_visit (deal_id, entered_at);
CREATE INDEX tag_link_by_record ON tag_link (record_kind, record_id);
CREATE INDEX tag_link_by_tag ON tag_link (tag_id);
CREATE INDEX external_ref_by_key ON external_ref (system, external_key);
CREATE INDEX external_ref_by_record ON external_ref (record_kind, record_id);
