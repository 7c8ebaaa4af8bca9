CREATE INDEX ix_ticket_resolved_at ON ticket (resolved_at) WHERE deleted_at IS NULL AND resolved_at IS NOT NULL;
CREATE INDEX ix_ticket_first_response_at ON ticket (first_response_at) WHERE deleted_at IS NULL AND first_response_at IS NOT NULL;
CREATE INDEX ix_ticket_late_at ON ticket (sla_late_at) WHERE deleted_at IS NULL AND sla_late_at IS NOT NULL;
CREATE INDEX ix_ticket_backlog ON ticket (created_at) WHERE deleted_at IS NULL AND status < 4;
