-- A mail is made from its content when it is sent: in the reader's language, several of a burst as one.
UPDATE delivery SET status = 'parked', last_answer = 'made by an older version' WHERE status = 'pending';
ALTER TABLE delivery
    DROP COLUMN subject,
    DROP COLUMN text_body,
    DROP COLUMN html_body,
    ADD COLUMN domain text NOT NULL DEFAULT '',
    ADD COLUMN user_id uuid,
    ADD COLUMN space_id uuid,
    ADD COLUMN ticket_uuid uuid,
    ADD COLUMN internal boolean NOT NULL DEFAULT false,
    ADD COLUMN occurred_at timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN language text NOT NULL DEFAULT 'en',
    -- Rows of one bundle go out as one mail.
    ADD COLUMN bundle uuid,
    ADD COLUMN message_id text NOT NULL DEFAULT '',
    -- The first mail to this person about this ticket.
    ADD COLUMN in_reply_to text,
    -- What is to be told; forgotten once it is sent, a secret one also once it is past its time.
    ADD COLUMN content text;
ALTER TABLE delivery
    ALTER COLUMN domain DROP DEFAULT,
    ALTER COLUMN occurred_at DROP DEFAULT,
    ALTER COLUMN language DROP DEFAULT,
    ALTER COLUMN message_id DROP DEFAULT;
DROP INDEX ix_delivery_due;
-- By domain, so that a look for work steps over a domain with many waiting in one leap.
CREATE INDEX ix_delivery_due ON delivery (lane, domain, next_try_at) WHERE status = 'pending';
CREATE INDEX ix_delivery_give_up ON delivery (give_up_at) WHERE status = 'pending';
CREATE INDEX ix_delivery_bundle ON delivery (bundle, id) WHERE status = 'pending' AND bundle IS NOT NULL;
CREATE INDEX ix_delivery_thread ON delivery (recipient, ticket_uuid, id) WHERE ticket_uuid IS NOT NULL;
CREATE INDEX ix_delivery_ticket_uuid ON delivery (ticket_uuid, id) WHERE ticket_uuid IS NOT NULL;
CREATE INDEX ix_delivery_sent ON delivery (recipient, sent_at) WHERE sent_at IS NOT NULL;
CREATE INDEX ix_delivery_created ON delivery (created_at);
-- Rows change a few times and leave the index of due ones: room on the page and early vacuums keep it small.
ALTER TABLE delivery SET (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);

-- A domain whose mail fails is asked again by one mail at a time, with growing pauses.
CREATE TABLE mail_domain (
    domain       text CONSTRAINT pk_mail_domain PRIMARY KEY,
    failures     integer NOT NULL,
    paused_until timestamptz NOT NULL,
    last_answer  text NOT NULL
);
