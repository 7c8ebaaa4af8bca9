-- The key that signs is the youngest whose time has come. A mounted key has no private half here.
CREATE TABLE signing_key (
    kid         text CONSTRAINT pk_signing_key PRIMARY KEY,
    public_key  text NOT NULL,
    private_key text,
    created_at  timestamptz NOT NULL DEFAULT now(),
    signs_from  timestamptz NOT NULL
);
CREATE INDEX ix_signing_key_signs_from ON signing_key (signs_from);
