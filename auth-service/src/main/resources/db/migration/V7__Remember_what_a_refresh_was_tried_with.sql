-- What a token was used with: a hash over it and the caller's key, by which an honest repeat is known.
ALTER TABLE refresh_token ADD COLUMN tried_with bytea;
