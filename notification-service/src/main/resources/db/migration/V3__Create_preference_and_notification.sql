-- What somebody chose; without a row they get everything at once, in their profile's language.
CREATE TABLE preference (
    user_id        uuid CONSTRAINT pk_preference PRIMARY KEY,
    language       text,
    digest_minutes integer,
    muted_mail     text[] NOT NULL DEFAULT '{}',
    muted_in_app   text[] NOT NULL DEFAULT '{}',
    version        integer NOT NULL DEFAULT 0
);

-- One row is one event as one person sees it in the application.
CREATE TABLE notification (
    id          uuid CONSTRAINT pk_notification PRIMARY KEY,
    event_id    uuid NOT NULL,
    user_id     uuid NOT NULL,
    type        text NOT NULL,
    ticket_uuid uuid,
    ticket_id   text,
    space_id    uuid,
    internal    boolean NOT NULL,
    title       text NOT NULL,
    actor_id    uuid,
    actor_name  text,
    text        text,
    occurred_at timestamptz NOT NULL,
    created_at  timestamptz NOT NULL,
    read_at     timestamptz,
    -- When it becomes a mail unless it was read before.
    mail_at     timestamptz,
    -- The transaction that wrote it: a reader that stays below all running ones misses none.
    tx          bigint NOT NULL DEFAULT pg_current_xact_id()::text::bigint,
    CONSTRAINT uk_notification_event_user UNIQUE (event_id, user_id)
);
CREATE INDEX ix_notification_user ON notification (user_id, id);
CREATE INDEX ix_notification_unread ON notification (user_id, id) WHERE read_at IS NULL;
CREATE INDEX ix_notification_feed ON notification (tx, id);
CREATE INDEX ix_notification_mail ON notification (mail_at) WHERE mail_at IS NOT NULL;
CREATE INDEX ix_notification_created ON notification (created_at);
