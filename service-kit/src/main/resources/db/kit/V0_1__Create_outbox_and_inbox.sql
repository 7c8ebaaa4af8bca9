-- Events that wait for the broker, in commit order per key.
CREATE TABLE outbox (
    position    bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_outbox PRIMARY KEY,
    id          uuid NOT NULL CONSTRAINT uk_outbox_id UNIQUE,
    topic       text NOT NULL,
    key         text NOT NULL,
    payload     text NOT NULL,
    traceparent text,
    created_at  timestamptz NOT NULL DEFAULT now()
);

-- Two transactions that write events of one key at the same time could commit in the other order
-- than they took their positions. This lock is held until the commit, so they cannot. The position
-- is taken anew under the lock, because the column's default was taken before it.
CREATE FUNCTION take_outbox_position() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(NEW.topic || '/' || NEW.key, 2));
    NEW.position := nextval(pg_get_serial_sequence('outbox', 'position'));
    RETURN NEW;
END $$;

CREATE TRIGGER outbox_position BEFORE INSERT ON outbox
    FOR EACH ROW EXECUTE FUNCTION take_outbox_position();

-- Rows come and go quickly: vacuum often, so that the head of the queue stays short.
ALTER TABLE outbox SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

-- Events that had their effect here.
CREATE TABLE inbox (
    consumer    text NOT NULL,
    event_id    uuid NOT NULL,
    received_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_inbox PRIMARY KEY (consumer, event_id)
);
CREATE INDEX ix_inbox_received_at ON inbox (received_at);
