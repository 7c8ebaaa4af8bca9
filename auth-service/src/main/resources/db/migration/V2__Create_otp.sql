-- One row per address and purpose: the live code, if any (its keyed hash), and when codes were sent
-- in the last day. There is never more than one live code, because there is only one row.
CREATE TABLE otp (
    email      text NOT NULL,
    purpose    text NOT NULL,
    hash       bytea,
    tries      integer NOT NULL,
    expires_at timestamptz NOT NULL,
    sent_at    timestamptz[] NOT NULL,
    CONSTRAINT pk_otp PRIMARY KEY (email, purpose)
);
CREATE INDEX ix_otp_expires_at ON otp (expires_at);
