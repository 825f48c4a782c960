-- What holds for the whole book, as a record like others, so that changing it is a step of the history.
-- A book without a row goes by the defaults; the currency it was made with stands in the table book.

CREATE TABLE book_settings (
    id {{id}},
    currency {{text}} NOT NULL DEFAULT '',
    working_days {{text}} NOT NULL DEFAULT 'mon tue wed thu fri',
    version {{int}} NOT NULL DEFAULT 1,
    created_at {{int}} NOT NULL,
    modified_at {{int}} NOT NULL,
    deleted_at {{int}}
) {{strict}};
