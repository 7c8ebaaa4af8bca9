#!/bin/bash
# Runs once, when the server's data is made: a database and a user for each service, and nobody else in it.
set -euo pipefail

for service in auth ticket notification; do
  password=$(cat "/secrets/$service.password")
  export password
  psql -v ON_ERROR_STOP=1 -v name="$service" --username postgres --dbname postgres <<'SQL'
\getenv password password
CREATE ROLE :"name" LOGIN PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name";
REVOKE ALL ON DATABASE :"name" FROM PUBLIC;
SQL
  psql -v ON_ERROR_STOP=1 --username postgres --dbname "$service" <<'SQL'
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS citext;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS btree_gin;
CREATE EXTENSION IF NOT EXISTS pg_stat_statements;
SQL
done

psql -v ON_ERROR_STOP=1 --username postgres --dbname postgres \
  -c 'REVOKE CONNECT, TEMPORARY ON DATABASE postgres, template1 FROM PUBLIC'
