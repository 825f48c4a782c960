-- Lists and boards under a name. Filter, columns and order are texts: what they name may be gone.

CREATE TABLE saved_view (
    id {{id}},
    name {{text}} NOT NULL DEFAULT '',
    name_key {{text}} NOT NULL DEFAULT '',
    record_kind {{text}} NOT NULL DEFAULT 'deal',
    place {{text}} NOT NULL DEFAULT 'list',
    pipeline_id {{int}} REFERENCES pipeline (id) DEFERRABLE INITIALLY DEFERRED,
    filter {{text}} NOT NULL DEFAULT '',
    columns {{text}} NOT NULL DEFAULT '',
    sort {{text}} NOT NULL DEFAULT '',
    grouped_by {{text}} NOT NULL DEFAULT '',
    settings {{text}} NOT NULL DEFAULT '',
    owner_id {{int}} REFERENCES user_account (id) DEFERRABLE INITIALLY DEFERRED,
    shared {{int}} NOT NULL DEFAULT 0,
    pinned {{int}} NOT NULL DEFAULT 1,
    position {{int}} NOT NULL DEFAULT 0,
    version {{int}} NOT NULL DEFAULT 1,
    created_at {{int}} NOT NULL,
    modified_at {{int}} NOT NULL,
    deleted_at {{int}}
) {{strict}};
