-- A session is the family of refresh tokens that began with one sign-in.
CREATE TABLE session (
    id         uuid CONSTRAINT pk_session PRIMARY KEY,
    account_id uuid NOT NULL CONSTRAINT fk_session_account REFERENCES account (id),
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz
);
CREATE INDEX ix_session_account ON session (account_id) WHERE revoked_at IS NULL;
CREATE INDEX ix_session_expires_at ON session (expires_at);

-- Only the hash of a token is kept. Each knows the one that it replaced, if any.
CREATE TABLE refresh_token (
    hash        bytea CONSTRAINT pk_refresh_token PRIMARY KEY,
    session_id  uuid NOT NULL
        CONSTRAINT fk_refresh_token_session REFERENCES session (id) ON DELETE CASCADE,
    predecessor bytea NOT NULL,
    expires_at  timestamptz NOT NULL,
    used_at     timestamptz,
    forgiven    boolean NOT NULL DEFAULT false
);
CREATE INDEX ix_refresh_token_session ON refresh_token (session_id);
CREATE INDEX ix_refresh_token_expires_at ON refresh_token (expires_at);
