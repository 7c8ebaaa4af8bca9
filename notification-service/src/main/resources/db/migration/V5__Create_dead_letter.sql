-- Events that a consumer of any service could not handle.
CREATE TABLE dead_letter (
    id          uuid CONSTRAINT pk_dead_letter PRIMARY KEY,
    topic       text NOT NULL,
    partition   integer NOT NULL,
    record_offset bigint NOT NULL,
    key         text,
    -- Null where it may hold a secret.
    value       text,
    reason      text NOT NULL,
    created_at  timestamptz NOT NULL,
    replayed_at timestamptz,
    CONSTRAINT uk_dead_letter_place UNIQUE (topic, partition, record_offset, reason)
);
