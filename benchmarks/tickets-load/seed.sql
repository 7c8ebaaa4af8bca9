-- :n tickets over 50 spaces, 40 internal and 10 private ones; :reader is a member of the private ones.
-- What is numbered n in all is number (n - 1) / 50 + 1 of space (n - 1) % 50 + 1.
\set ON_ERROR_STOP on
\set QUIET on
SET client_min_messages = warning;
SET maintenance_work_mem = '512MB';
SET synchronous_commit = off;
-- Foreign keys hold by construction; checking them row by row would take most of the time.
SET session_replication_role = replica;
SELECT setseed(0.5);

TRUNCATE comment, watcher, timeline, ticket, space_counter, member, space;
DELETE FROM outbox;

INSERT INTO person (id, name, username, email, role, active, version)
SELECT ('01910000-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid, 'Person ' || i, 'person' || i,
       'person' || i || '@example.org', CASE WHEN i <= 100 THEN 'agent' ELSE 'user' END, true, 0
  FROM generate_series(1, 1000) i
ON CONFLICT DO NOTHING;

INSERT INTO space (id, space_key, name, description, visibility, public_intake, owner_id, version, created_at, updated_at)
SELECT ('01920000-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid, 'S' || i, 'Space ' || i, '',
       CASE WHEN i % 5 = 0 THEN 'private' ELSE 'internal' END, false,
       '01910000-0000-7000-8000-000000000001', 0, now() - interval '2 years', now() - interval '2 years'
  FROM generate_series(1, 50) i;
INSERT INTO member SELECT id, owner_id, 'owner' FROM space;
INSERT INTO member SELECT id, :'reader', 'agent' FROM space WHERE visibility = 'private';

-- Plain indexes are built faster over what is there than kept up row by row.
CREATE TEMP TABLE plain_index AS
SELECT c.relname AS name, pg_get_indexdef(c.oid) AS definition
  FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
 WHERE i.indrelid IN ('ticket'::regclass, 'timeline'::regclass, 'watcher'::regclass, 'comment'::regclass)
   AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid);
SELECT format('DROP INDEX %I', name) FROM plain_index \gexec

CREATE TEMP TABLE word AS
SELECT array_agg(w) AS words FROM regexp_split_to_table(
  'login page crash browser printer network password reset mail attachment invoice export report slow '
  'timeout error screen button menu dialog upload download server client mobile desktop update install '
  'license account profile session token certificate proxy firewall router cable monitor keyboard mouse '
  'headset camera meeting calendar contact folder share permission group backup restore archive search '
  'filter column table chart dashboard widget theme font colour language translation currency payment '
  'order shipment customer supplier contract order warehouse stock price discount tax refund delivery '
  'since after before while when every always sometimes never again still only both two three several '
  'colleague office branch team manager department user admin agent guest the a this our their with '
  'without from into over under shows opens closes fails hangs freezes disappears returns answers', ' ') w;
CREATE TEMP TABLE sentence AS
SELECT s AS n, initcap((SELECT string_agg(words[1 + floor(random() * cardinality(words))::int], ' ')
                  FROM word, generate_series(1, 8 + (s % 7)) g WHERE s > 0)) || '.' AS text
  FROM generate_series(1, 5000) s;
ALTER TABLE sentence ADD PRIMARY KEY (n);
ANALYZE sentence;

-- One ticket in three says "please", ten of all say "zanzibar". The newest twentieth is mostly at work,
-- of what is older one in a hundred was forgotten.
INSERT INTO ticket (id, space_id, space_key, number, title, description, status, priority, severity, category, tags,
  requester_id, assignee_id, due_date, sla_due_at, public_comments, version, created_at, updated_at, resolved_at, closed_at)
SELECT ('01930000-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid,
       ('01920000-0000-7000-8000-' || lpad((1 + (i - 1) % 50)::text, 12, '0'))::uuid,
       'S' || (1 + (i - 1) % 50), (i - 1) / 50 + 1,
       left(s1.text, 80),
       s2.text || ' ' || s3.text || CASE WHEN i % 3 = 0 THEN ' Please help. ' ELSE ' ' END || s4.text
         || CASE WHEN i % greatest(:n / 10, 1) = 7 THEN ' It was bought in Zanzibar.' ELSE '' END,
       status, priority, 1 + e % 4, (ARRAY['general', 'bug', 'question', 'request', 'hardware'])[1 + c % 5],
       CASE WHEN i % 2 = 0 THEN '{}' ELSE ARRAY[(ARRAY['urgent', 'vip', 'network', 'billing', 'mobile'])[1 + b % 5]] END,
       ('01910000-0000-7000-8000-' || lpad((1 + a % 1000)::text, 12, '0'))::uuid,
       CASE WHEN i % 4 > 0 THEN ('01910000-0000-7000-8000-' || lpad((1 + c % 100)::text, 12, '0'))::uuid END,
       CASE WHEN i % 3 = 0 THEN (at + interval '7 days')::date END,
       at + (ARRAY[interval '48 hours', interval '24 hours', interval '4 hours', interval '1 hour'])[priority],
       CASE WHEN i % 10 = 0 THEN 2 ELSE 0 END, 0, at, at + interval '1 hour',
       CASE WHEN status >= 4 THEN at + interval '1 hour' END, CASE WHEN status = 5 THEN at + interval '1 hour' END
  FROM (SELECT i, a, b, c, d, 1 + d % 4 AS priority, e,
               date_trunc('milliseconds', now() - interval '2 years' * (1 - i::float8 / :n)) AS at,
               CASE WHEN e < 1000 OR i > :n * 0.95 AND e < 80000 THEN 1 + a % 3 WHEN e < 85000 THEN 5 ELSE 4 END AS status
          FROM (SELECT i, (random() * 99999)::int AS a, (random() * 99999)::int AS b, (random() * 99999)::int AS c,
                       (random() * 99999)::int AS d, (random() * 99999)::int AS e
                  FROM generate_series(1, :n) i) drawn) t
  JOIN sentence s1 ON s1.n = 1 + a % 5000
  JOIN sentence s2 ON s2.n = 1 + b % 5000
  JOIN sentence s3 ON s3.n = 1 + c % 5000
  JOIN sentence s4 ON s4.n = 1 + d % 5000;

INSERT INTO space_counter (space_id, last_number, by_status)
SELECT s.id, (SELECT max(number) FROM ticket t WHERE t.space_key = s.space_key),
       ARRAY(SELECT (SELECT count(*) FROM ticket t WHERE t.space_key = s.space_key AND t.status = k) FROM generate_series(1, 5) k)
  FROM space s;
INSERT INTO timeline (id, ticket_id, actor_id, action, changes, internal, created_at)
SELECT uuidv7(), id, requester_id, 'created', '[]', false, created_at FROM ticket ORDER BY id;
INSERT INTO watcher SELECT id, requester_id, created_at FROM ticket ORDER BY id;
INSERT INTO comment (id, ticket_id, author_id, body, internal, version, created_at)
SELECT uuidv7(), t.id, t.requester_id, s.text, false, 0, t.created_at
  FROM ticket t JOIN sentence s ON s.n = 1 + t.number % 5000 CROSS JOIN generate_series(1, 2)
 WHERE t.public_comments > 0 ORDER BY t.id;

SELECT definition FROM plain_index \gexec
VACUUM (ANALYZE) ticket, timeline, watcher, comment, space, space_counter, member, person;
CHECKPOINT;
