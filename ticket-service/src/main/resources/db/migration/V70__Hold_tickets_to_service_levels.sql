-- What a space promised; terms are null where it never said anything. The place is how far the open tickets follow.
CREATE TABLE sla_policy (
    space_id        uuid CONSTRAINT pk_sla_policy PRIMARY KEY
                    CONSTRAINT fk_sla_policy_space REFERENCES space,
    terms           json,
    version         integer NOT NULL,
    applied_version integer NOT NULL,
    applied_number  integer NOT NULL DEFAULT 0
);
-- What a space had promised before: a settled ticket is explained by what held for it.
CREATE TABLE sla_policy_past (
    space_id uuid NOT NULL CONSTRAINT fk_sla_policy_past_space REFERENCES space,
    version  integer NOT NULL,
    terms    json,
    CONSTRAINT pk_sla_policy_past PRIMARY KEY (space_id, version)
);
CREATE INDEX ix_sla_policy_unapplied ON sla_policy (space_id) WHERE applied_version <> version;

-- Changed together with the policy: whoever counts a ticket finds out here that its policy is out of date.
ALTER TABLE space_counter ADD COLUMN sla_version integer NOT NULL DEFAULT 0;

ALTER TABLE ticket
    -- Begins and ends of its waits, in turn.
    ADD COLUMN sla_waits         timestamptz[] NOT NULL DEFAULT '{}',
    -- When four fifths of the time were or will be over, and all of it; null if that does not come while it stands still.
    ADD COLUMN sla_soon_at       timestamptz,
    ADD COLUMN sla_late_at       timestamptz,
    -- When there is something to tell about it next.
    ADD COLUMN sla_next_at       timestamptz,
    ADD COLUMN sla_version       integer NOT NULL DEFAULT 0,
    -- The first public comment of somebody who works here.
    ADD COLUMN first_response_at timestamptz;

-- What was told; so that it is told once for each deadline, whatever happens.
CREATE TABLE sla_notice (
    ticket_id uuid NOT NULL CONSTRAINT fk_sla_notice_ticket REFERENCES ticket,
    promise   text NOT NULL CONSTRAINT ck_sla_notice_promise CHECK (promise IN ('resolution', 'first_response')),
    due_at    timestamptz NOT NULL,
    kind      text NOT NULL CONSTRAINT ck_sla_notice_kind CHECK (kind IN ('due_soon', 'breached')),
    told_at   timestamptz NOT NULL,
    CONSTRAINT pk_sla_notice PRIMARY KEY (ticket_id, promise, due_at, kind)
);

-- Tickets from before: their waits stand in the timeline; the rest is reckoned anew in the background.
UPDATE ticket t SET sla_waits = w.waits FROM (
    SELECT ticket_id, array_agg(created_at ORDER BY position) AS waits FROM timeline
     WHERE action = 'status_changed'
       AND (changes->0->>'to' = 'waiting' OR changes->0->>'from' = 'waiting')
     GROUP BY ticket_id) w WHERE w.ticket_id = t.id;
UPDATE ticket t SET first_response_at = (
    SELECT min(c.created_at) FROM comment c
      JOIN person p ON p.id = c.author_id
      JOIN space s ON s.id = t.space_id
     WHERE c.ticket_id = t.id AND NOT c.internal AND c.author_id <> t.requester_id
       AND (p.role = 'admin' OR (p.role = 'agent' AND s.visibility = 'internal')
            OR EXISTS (SELECT 1 FROM member m WHERE m.space_id = s.id AND m.user_id = p.id AND m.role <> 'member')));
UPDATE ticket SET sla_late_at = sla_due_at, sla_soon_at = created_at + 0.8 * (sla_due_at - created_at);
UPDATE ticket SET sla_late_at = CASE WHEN sla_late_at <= resolved_at THEN sla_late_at END,
                  sla_soon_at = CASE WHEN sla_soon_at <= resolved_at THEN sla_soon_at END WHERE status >= 4;
INSERT INTO sla_policy (space_id, version, applied_version) SELECT id, 0, -1 FROM space;

DROP INDEX ix_ticket_sla_due;
CREATE INDEX ix_ticket_sla_late ON ticket (space_key, sla_late_at) WHERE deleted_at IS NULL AND status < 4;
CREATE INDEX ix_ticket_sla_next ON ticket (sla_next_at) WHERE deleted_at IS NULL AND sla_next_at IS NOT NULL;
