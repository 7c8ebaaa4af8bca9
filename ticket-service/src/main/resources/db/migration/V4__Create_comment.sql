CREATE TABLE comment (
    position   bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT uk_comment_position UNIQUE,
    id         uuid CONSTRAINT pk_comment PRIMARY KEY,
    ticket_id  uuid NOT NULL CONSTRAINT fk_comment_ticket REFERENCES ticket,
    author_id  uuid NOT NULL,
    body       text NOT NULL,
    internal   boolean NOT NULL,
    version    integer NOT NULL,
    created_at timestamptz NOT NULL,
    edited_at  timestamptz,
    deleted_at timestamptz
);
CREATE INDEX ix_comment_ticket ON comment (ticket_id, position) WHERE deleted_at IS NULL;
