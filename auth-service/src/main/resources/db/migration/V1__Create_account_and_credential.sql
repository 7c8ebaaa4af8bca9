-- People. What they are known by is unique however it is written.
CREATE TABLE account (
    id              uuid CONSTRAINT pk_account PRIMARY KEY,
    name            text NOT NULL,
    username        text NOT NULL,
    email           text NOT NULL,
    role            text NOT NULL,
    github_username text,
    language        text NOT NULL,
    active          boolean NOT NULL,
    version         integer NOT NULL,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    CONSTRAINT ck_account_name CHECK (char_length(name) BETWEEN 1 AND 100),
    CONSTRAINT ck_account_username CHECK (username ~ '^[A-Za-z0-9._-]{3,30}$'),
    CONSTRAINT ck_account_email CHECK (octet_length(email) BETWEEN 3 AND 254),
    CONSTRAINT ck_account_role CHECK (role IN ('USER', 'AGENT', 'ADMIN')),
    CONSTRAINT ck_account_language CHECK (language IN ('en', 'de'))
);
CREATE UNIQUE INDEX uk_account_email ON account (lower(email));
CREATE UNIQUE INDEX uk_account_username ON account (lower(username));
CREATE INDEX ix_account_created_at ON account (created_at, id);
CREATE INDEX ix_account_active_admin ON account (id) WHERE role = 'ADMIN' AND active;

-- What they prove who they are with; apart, so that nobody reads it along with the person.
CREATE TABLE credential (
    account_id uuid CONSTRAINT pk_credential PRIMARY KEY
        CONSTRAINT fk_credential_account REFERENCES account (id),
    hash       text NOT NULL,
    changed_at timestamptz NOT NULL DEFAULT now()
);
