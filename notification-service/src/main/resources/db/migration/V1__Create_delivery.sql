-- One row is one mail to one person because of one event: due, on its way, done or given up.
CREATE TABLE delivery (
    id            uuid CONSTRAINT pk_delivery PRIMARY KEY,
    event_id      uuid NOT NULL,
    type          text NOT NULL,
    recipient     text NOT NULL,
    ticket_id     text,
    -- 0 overtakes everything else
    lane          smallint NOT NULL,
    status        text NOT NULL CONSTRAINT ck_delivery_status CHECK (status IN ('pending', 'sent', 'parked')),
    attempts      integer NOT NULL,
    last_answer   text,
    next_try_at   timestamptz NOT NULL,
    claimed_until timestamptz,
    give_up_at    timestamptz NOT NULL,
    created_at    timestamptz NOT NULL,
    sent_at       timestamptz,
    -- What is to be sent; forgotten once a one-time password is sent or past its time.
    subject       text NOT NULL,
    text_body     text,
    html_body     text,
    traceparent   text,
    CONSTRAINT uk_delivery_event_recipient UNIQUE (event_id, recipient)
);
CREATE INDEX ix_delivery_due ON delivery (lane, next_try_at) WHERE status = 'pending';
CREATE INDEX ix_delivery_recipient ON delivery (recipient, id);
CREATE INDEX ix_delivery_ticket ON delivery (ticket_id, id) WHERE ticket_id IS NOT NULL;
