CREATE TABLE thing (
    id         uuid CONSTRAINT pk_thing PRIMARY KEY,
    name       text NOT NULL CONSTRAINT uk_thing_name UNIQUE,
    rank       integer NOT NULL,
    owner_id   uuid NOT NULL,
    version    integer NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);

-- What the sample's consumer did, to count effects.
CREATE TABLE effect (
    number   bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_effect PRIMARY KEY,
    event_id uuid NOT NULL,
    name     text NOT NULL
);
