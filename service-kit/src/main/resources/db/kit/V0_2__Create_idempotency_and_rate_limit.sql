-- Answers of creating requests, kept for a day. The scope is a hash of caller, method, path and key.
CREATE TABLE idempotency (
    scope      text CONSTRAINT pk_idempotency PRIMARY KEY,
    body       text NOT NULL,
    location   text NOT NULL,
    answer     text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ix_idempotency_created_at ON idempotency (created_at);

-- Token buckets that all replicas count into. Unlogged: after a crash of the server the counts begin anew.
CREATE UNLOGGED TABLE rate_limit (
    key        text CONSTRAINT pk_rate_limit PRIMARY KEY,
    state      bytea NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT now()
);
