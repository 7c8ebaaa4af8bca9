-- The name of an account at GitHub, as the person says themselves. Whoever is known from GitHub alone is a
-- person too: never active, without an address.
ALTER TABLE person ADD COLUMN github_username text;
CREATE INDEX ix_person_github_username ON person (lower(github_username)) WHERE github_username IS NOT NULL;
CREATE UNIQUE INDEX uk_person_github_guest ON person (lower(github_username)) WHERE email = '';

-- Which repository belongs to a space. "repository" is host/owner/repo in lower case, as in all tables here.
CREATE TABLE github_repository (
    space_id   uuid CONSTRAINT pk_github_repository PRIMARY KEY
               CONSTRAINT fk_github_repository_space REFERENCES space,
    repository text NOT NULL,
    owner      text NOT NULL,
    repo       text NOT NULL,
    version    integer NOT NULL,
    CONSTRAINT uk_github_repository UNIQUE (repository)
);

-- Which issue a ticket is linked to.
CREATE TABLE github_link (
    ticket_id  uuid CONSTRAINT pk_github_link PRIMARY KEY CONSTRAINT fk_github_link_ticket REFERENCES ticket,
    repository text NOT NULL,
    owner      text NOT NULL,
    repo       text NOT NULL,
    number     integer NOT NULL,
    url        text NOT NULL,
    synced_at  timestamptz,
    last_error text
);
CREATE INDEX ix_github_link_issue ON github_link (repository, number);

-- An issue that is made for a ticket: recorded before GitHub is asked, without a number until it is known
-- that GitHub made it. The marker stands in the issue's body, so that it can be found again.
CREATE TABLE github_creation (
    marker       uuid CONSTRAINT pk_github_creation PRIMARY KEY,
    ticket_id    uuid NOT NULL CONSTRAINT uk_github_creation_ticket UNIQUE
                 CONSTRAINT fk_github_creation_ticket REFERENCES ticket,
    repository   text NOT NULL,
    owner        text NOT NULL,
    repo         text NOT NULL,
    attempted_at timestamptz NOT NULL,
    number       integer
);

-- Who works on a ticket's issue just now; after a crash the lease runs out.
CREATE TABLE github_lease (
    ticket_id uuid CONSTRAINT pk_github_lease PRIMARY KEY CONSTRAINT fk_github_lease_ticket REFERENCES ticket,
    holder    uuid NOT NULL,
    until     timestamptz NOT NULL
);

-- The newest that we know of an issue: its state and its content, each with the issue's time of that; when
-- we wrote it ourselves; and what we are just writing to it.
CREATE TABLE github_issue (
    repository text NOT NULL,
    number     integer NOT NULL,
    state      text,
    state_at   timestamptz,
    content    text,
    content_at timestamptz,
    written_at timestamptz,
    sent       text,
    filed      boolean NOT NULL DEFAULT false,
    CONSTRAINT pk_github_issue PRIMARY KEY (repository, number)
);

-- Comments that came from GitHub, each once; with their text as long as their issue is no ticket yet.
CREATE TABLE github_comment (
    repository  text NOT NULL,
    comment_id  bigint NOT NULL,
    number      integer NOT NULL,
    login       text,
    body        text,
    received_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_github_comment PRIMARY KEY (repository, comment_id)
);
CREATE INDEX ix_github_comment_waiting ON github_comment (repository, number, comment_id) WHERE body IS NOT NULL;
CREATE INDEX ix_github_comment_received_at ON github_comment (received_at) WHERE body IS NOT NULL;
