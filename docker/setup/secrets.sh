#!/bin/bash
# Makes the secrets of this installation at its first start and never again: what is there, stays.
# Each service gets a volume of its own, so that none can read another's.
set -euo pipefail
umask 077

secrets=${1:-/secrets}
service_user=${SERVICE_USER:-10001}
postgres_user=${POSTGRES_USER_ID:-999}

word() { openssl rand -hex 24; }

# Beside its place, then renamed: a file is whole or not there.
put() { # file, owner; the content comes from stdin
  local unfinished=$1.unfinished
  cat >"$unfinished"
  chown "$2" "$unfinished"
  chmod 400 "$unfinished"
  mv "$unfinished" "$1"
}

# The folders may be entered by their one reader.
for part in auth ticket notification; do
  mkdir -p "$secrets/$part"
  chown "$service_user" "$secrets/$part"
done
mkdir -p "$secrets/postgres" "$secrets/auth/keys"
chown "$postgres_user" "$secrets/postgres"
chown "$service_user" "$secrets/auth/keys"

for user in postgres auth ticket notification; do
  if [ ! -e "$secrets/postgres/$user.password" ]; then
    word | put "$secrets/postgres/$user.password" "$postgres_user"
  fi
done

if [ ! -e "$secrets/auth/otp.key" ]; then word | put "$secrets/auth/otp.key" "$service_user"; fi

# The youngest name signs, so names begin with a date.
if [ -z "$(find "$secrets/auth/keys" -name '*.pem' -print -quit)" ]; then
  openssl genpkey -quiet -algorithm RSA -pkeyopt rsa_keygen_bits:2048 |
    put "$secrets/auth/keys/$(date -u +%Y-%m-%d)-$(openssl rand -hex 4).pem" "$service_user"
fi

# What the services read as their configuration, made of the above, so that it can be made again.
for service in auth ticket notification; do
  {
    echo "quarkus.datasource.password=$(cat "$secrets/postgres/$service.password")"
    if [ "$service" = auth ]; then echo "helpdesk.otp.key=$(cat "$secrets/auth/otp.key")"; fi
  } | put "$secrets/$service/secrets.properties" "$service_user"
done

echo "The secrets are there."
