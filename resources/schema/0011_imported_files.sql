-- Which files were imported by which step, so that a file that comes again is recognised by its content.

CREATE TABLE imported_file (
    id {{id}},
    operation_id {{int}} NOT NULL,
    record_kind {{text}} NOT NULL,
    digest {{text}} NOT NULL,
    name {{text}} NOT NULL DEFAULT ''
) {{strict}};

CREATE INDEX imported_file_by_digest ON imported_file (digest, record_kind);
