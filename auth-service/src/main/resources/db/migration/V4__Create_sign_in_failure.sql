-- When an account, or a name that nobody has, was tried in vain from an address. Logged like any
-- table: a crash of the server must not forgive.
CREATE TABLE sign_in_failure (
    login     text NOT NULL,
    address   text NOT NULL,
    failed_at timestamptz[] NOT NULL,
    last_at   timestamptz NOT NULL,
    CONSTRAINT pk_sign_in_failure PRIMARY KEY (login, address)
);
CREATE INDEX ix_sign_in_failure_last_at ON sign_in_failure (last_at);
