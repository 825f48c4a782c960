-- Who is called by whom right now, so that two people with the same list never call the same one. It is no part of the
-- history: an entry ends by itself, and without it only a coincidence is possible again.

CREATE TABLE call_claim (
    record_kind {{text}} NOT NULL,
    record_id {{int}} NOT NULL,
    queue {{text}} NOT NULL,
    user_id {{int}} NOT NULL,
    until {{int}} NOT NULL,
    PRIMARY KEY (record_kind, record_id)
) {{strict}};
