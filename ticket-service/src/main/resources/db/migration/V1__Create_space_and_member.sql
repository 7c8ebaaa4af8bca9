CREATE TABLE space (
    id            uuid CONSTRAINT pk_space PRIMARY KEY,
    space_key     text NOT NULL,
    name          text NOT NULL,
    description   text NOT NULL,
    visibility    text NOT NULL CONSTRAINT ck_space_visibility CHECK (visibility IN ('internal', 'private')),
    public_intake boolean NOT NULL,
    owner_id      uuid NOT NULL,
    version       integer NOT NULL,
    created_at    timestamptz NOT NULL,
    updated_at    timestamptz NOT NULL,
    deleted_at    timestamptz,
    -- Over deleted spaces too: a key is never given twice.
    CONSTRAINT uk_space_key UNIQUE (space_key)
);
CREATE INDEX ix_space_name ON space (lower(name), id) WHERE deleted_at IS NULL;

CREATE TABLE member (
    space_id uuid NOT NULL CONSTRAINT fk_member_space REFERENCES space,
    user_id  uuid NOT NULL,
    role     text NOT NULL CONSTRAINT ck_member_role CHECK (role IN ('owner', 'agent', 'member')),
    CONSTRAINT pk_member PRIMARY KEY (space_id, user_id)
);
CREATE INDEX ix_member_user ON member (user_id);
