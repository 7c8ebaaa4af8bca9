CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- One row a space: the last number given, and how many tickets stand where (open, in_progress, waiting,
-- resolved, closed). Changed only in the transaction of the ticket that it counts.
CREATE TABLE space_counter (
    space_id    uuid CONSTRAINT pk_space_counter PRIMARY KEY
                CONSTRAINT fk_space_counter_space REFERENCES space,
    last_number integer NOT NULL DEFAULT 0,
    by_status   integer[] NOT NULL DEFAULT '{0,0,0,0,0}'
) WITH (fillfactor = 20, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);
INSERT INTO space_counter (space_id) SELECT id FROM space;

CREATE TABLE ticket (
    id                uuid CONSTRAINT pk_ticket PRIMARY KEY,
    space_id          uuid NOT NULL CONSTRAINT fk_ticket_space REFERENCES space,
    -- A space's key never changes, so it may stand here too: one index serves the key, the order and the uniqueness.
    space_key         text COLLATE "C" NOT NULL,
    number            integer NOT NULL,
    title             text NOT NULL,
    description       text NOT NULL,
    -- 1 open, 2 in_progress, 3 waiting, 4 resolved, 5 closed
    status            smallint NOT NULL CONSTRAINT ck_ticket_status CHECK (status BETWEEN 1 AND 5),
    -- 1 low, 2 medium, 3 high, 4 critical
    priority          smallint NOT NULL CONSTRAINT ck_ticket_priority CHECK (priority BETWEEN 1 AND 4),
    severity          smallint NOT NULL CONSTRAINT ck_ticket_severity CHECK (severity BETWEEN 1 AND 4),
    category          text NOT NULL,
    tags              text[] NOT NULL,
    requester_id      uuid NOT NULL,
    assignee_id       uuid,
    due_date          date,
    sla_minutes       integer,
    sla_due_at        timestamptz NOT NULL,
    public_comments   integer NOT NULL DEFAULT 0,
    internal_comments integer NOT NULL DEFAULT 0,
    version           integer NOT NULL,
    created_at        timestamptz NOT NULL,
    updated_at        timestamptz NOT NULL,
    resolved_at       timestamptz,
    closed_at         timestamptz,
    deleted_at        timestamptz,
    CONSTRAINT uk_ticket_space_number UNIQUE (space_key, number)
);
CREATE INDEX ix_ticket_status ON ticket (space_key, status, number) WHERE deleted_at IS NULL;
-- Of all spaces, because the tickets of one are found among them soon enough.
CREATE INDEX ix_ticket_priority ON ticket (priority, id) WHERE deleted_at IS NULL;
CREATE INDEX ix_ticket_severity ON ticket (severity, id) WHERE deleted_at IS NULL;
CREATE INDEX ix_ticket_created_at ON ticket (created_at, id) WHERE deleted_at IS NULL;
CREATE INDEX ix_ticket_updated_at ON ticket (updated_at, id) WHERE deleted_at IS NULL;
CREATE INDEX ix_ticket_assignee ON ticket (assignee_id, id) WHERE deleted_at IS NULL AND assignee_id IS NOT NULL;
CREATE INDEX ix_ticket_requester ON ticket (requester_id, id) WHERE deleted_at IS NULL;
CREATE INDEX ix_ticket_sla_due ON ticket (space_key, sla_due_at) WHERE deleted_at IS NULL AND status < 4;
CREATE INDEX ix_ticket_tags ON ticket USING gin (tags) WHERE deleted_at IS NULL;
CREATE INDEX ix_ticket_text ON ticket USING gin (title gin_trgm_ops, description gin_trgm_ops) WHERE deleted_at IS NULL;

-- What happened, in the order in which it was committed; only ever added to.
CREATE TABLE timeline (
    position   bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_timeline PRIMARY KEY,
    id         uuid NOT NULL,
    ticket_id  uuid NOT NULL CONSTRAINT fk_timeline_ticket REFERENCES ticket,
    actor_id   uuid,
    action     text NOT NULL,
    changes    json NOT NULL,
    comment_id uuid,
    -- Only for those who may read internal comments.
    internal   boolean NOT NULL,
    created_at timestamptz NOT NULL
);
CREATE INDEX ix_timeline_ticket ON timeline (ticket_id, position);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The timeline is only ever added to';
END $$;
CREATE TRIGGER timeline_append_only BEFORE UPDATE OR DELETE ON timeline
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE watcher (
    ticket_id uuid NOT NULL CONSTRAINT fk_watcher_ticket REFERENCES ticket,
    user_id   uuid NOT NULL,
    since     timestamptz NOT NULL,
    CONSTRAINT pk_watcher PRIMARY KEY (ticket_id, user_id)
);
