-- People as auth-service tells of them; version -1 is what a token alone says, until the event comes.
CREATE TABLE person (
    id       uuid CONSTRAINT pk_person PRIMARY KEY,
    name     text NOT NULL,
    username text,
    email    text NOT NULL,
    role     text NOT NULL CONSTRAINT ck_person_role CHECK (role IN ('user', 'agent', 'admin')),
    active   boolean NOT NULL,
    version  integer NOT NULL
);
CREATE INDEX ix_person_email ON person (lower(email));
CREATE INDEX ix_person_username ON person (lower(username));
