-- One row a link. What "relates" has no direction: it goes from the lower id to the higher.
CREATE TABLE ticket_link (
    id         uuid CONSTRAINT pk_ticket_link PRIMARY KEY,
    from_id    uuid NOT NULL CONSTRAINT fk_ticket_link_from REFERENCES ticket,
    to_id      uuid NOT NULL CONSTRAINT fk_ticket_link_to REFERENCES ticket,
    type       text NOT NULL CONSTRAINT ck_ticket_link_type CHECK (type IN ('blocks', 'duplicates', 'relates')),
    created_at timestamptz NOT NULL,
    CONSTRAINT uk_ticket_link UNIQUE (from_id, to_id, type),
    CONSTRAINT ck_ticket_link_ends CHECK (from_id <> to_id)
);
CREATE INDEX ix_ticket_link_to ON ticket_link (to_id);

-- The other ticket that a line tells of: the line is only for those who see that one too.
ALTER TABLE timeline ADD COLUMN other_id uuid;
