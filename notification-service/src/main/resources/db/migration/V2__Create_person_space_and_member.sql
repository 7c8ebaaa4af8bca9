-- What this service knows of people and spaces, from events; as_of is the time of the newest of them.
CREATE TABLE person (
    id       uuid CONSTRAINT pk_person PRIMARY KEY,
    name     text NOT NULL,
    username text NOT NULL,
    email    text NOT NULL,
    role     text NOT NULL,
    language text NOT NULL,
    active   boolean NOT NULL,
    version  integer NOT NULL,
    as_of    timestamptz NOT NULL
);
CREATE TABLE space (
    id         uuid CONSTRAINT pk_space PRIMARY KEY,
    visibility text NOT NULL,
    deleted    boolean NOT NULL,
    as_of      timestamptz NOT NULL
);
CREATE TABLE member (
    space_id uuid NOT NULL,
    user_id  uuid NOT NULL,
    role     text NOT NULL,
    CONSTRAINT pk_member PRIMARY KEY (space_id, user_id)
);
CREATE TABLE removed_ticket (
    ticket_id uuid CONSTRAINT pk_removed_ticket PRIMARY KEY
);
