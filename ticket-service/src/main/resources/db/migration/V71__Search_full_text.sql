CREATE EXTENSION IF NOT EXISTS btree_gin;

-- Words as they are searched for: punctuation only parts them, so that host names, paths and numbers are no words of their own.
CREATE FUNCTION search_words(text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
    SELECT to_tsvector('simple', lower(translate($1, $p$!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~$p$, repeat(' ', 32))))
$$;

-- What is found: tickets and comments, kept by triggers in the transaction that writes them, whatever door it comes
-- through. A table of its own, so that a change of a ticket's status leaves the index alone.
CREATE TABLE search_document (
    id        uuid CONSTRAINT pk_search_document PRIMARY KEY,
    ticket_id uuid NOT NULL,
    space_id  uuid NOT NULL,
    comment   boolean NOT NULL,
    internal  boolean NOT NULL,
    words     tsvector NOT NULL
);

CREATE FUNCTION search_ticket() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO search_document (id, ticket_id, space_id, comment, internal, words)
    VALUES (NEW.id, NEW.id, NEW.space_id, false, false,
            setweight(search_words(NEW.title), 'A') || setweight(search_words(NEW.description), 'C'))
    ON CONFLICT (id) DO UPDATE SET words = excluded.words;
    RETURN NULL;
END $$;
CREATE TRIGGER ticket_filed_is_searchable AFTER INSERT ON ticket
    FOR EACH ROW EXECUTE FUNCTION search_ticket();
CREATE TRIGGER ticket_text_is_searchable AFTER UPDATE OF title, description ON ticket
    FOR EACH ROW WHEN (OLD.title IS DISTINCT FROM NEW.title OR OLD.description IS DISTINCT FROM NEW.description)
    EXECUTE FUNCTION search_ticket();

CREATE FUNCTION search_comment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.deleted_at IS NOT NULL THEN
        DELETE FROM search_document WHERE id = NEW.id;
    ELSE
        INSERT INTO search_document (id, ticket_id, space_id, comment, internal, words)
        SELECT NEW.id, t.id, t.space_id, true, NEW.internal, setweight(search_words(NEW.body), 'C')
          FROM ticket t WHERE t.id = NEW.ticket_id
        ON CONFLICT (id) DO UPDATE SET words = excluded.words, internal = excluded.internal;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER comment_is_searchable AFTER INSERT OR UPDATE OF body, internal, deleted_at ON comment
    FOR EACH ROW EXECUTE FUNCTION search_comment();

INSERT INTO search_document (id, ticket_id, space_id, comment, internal, words)
SELECT id, id, space_id, false, false, setweight(search_words(title), 'A') || setweight(search_words(description), 'C')
  FROM ticket;
INSERT INTO search_document (id, ticket_id, space_id, comment, internal, words)
SELECT c.id, t.id, t.space_id, true, c.internal, setweight(search_words(c.body), 'C')
  FROM comment c JOIN ticket t ON t.id = c.ticket_id WHERE c.deleted_at IS NULL;

CREATE INDEX ix_search_document_words ON search_document USING gin (space_id, words);
