-- Personal access tokens for REST clients; only the hash of the secret is kept.
CREATE TABLE access_token (
    id           uuid CONSTRAINT pk_access_token PRIMARY KEY,
    account_id   uuid NOT NULL CONSTRAINT fk_access_token_account REFERENCES account (id),
    name         text NOT NULL,
    scopes       text[] NOT NULL,
    hash         bytea NOT NULL,
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz,
    last_used_at timestamptz,
    CONSTRAINT uk_access_token_hash UNIQUE (hash),
    CONSTRAINT ck_access_token_name CHECK (char_length(name) BETWEEN 1 AND 100)
);
CREATE INDEX ix_access_token_account ON access_token (account_id, created_at, id);
