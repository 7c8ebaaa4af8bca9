#!/bin/bash
# Makes the topics that are missing; those that are there stay as they are. Fails until the broker answers.
set -euo pipefail

servers=${KAFKA_BOOTSTRAP_SERVERS:-kafka:9092}
partitions=${HELPDESK_TOPIC_PARTITIONS:-6}
replicas=${HELPDESK_TOPIC_REPLICAS:-1}

topic() { # name, then settings
  local name=$1 setting settings=()
  shift
  for setting in "$@"; do settings+=(--config "$setting"); done
  /opt/kafka/bin/kafka-topics.sh --bootstrap-server "$servers" --create --if-not-exists \
    --topic "$name" --partitions "$partitions" --replication-factor "$replicas" "${settings[@]}"
}

topic helpdesk.users cleanup.policy=compact
topic helpdesk.otps retention.ms=900000
topic helpdesk.tickets
topic helpdesk.dead-letters
