#!/bin/sh
# A database and a role for each service; each is barred from the others'.
set -eu
for service in intake taskforce inspection; do
  password=$(printenv "$(echo "$service" | tr '[:lower:]' '[:upper:]')_PASSWORD")
  psql -v ON_ERROR_STOP=1 -U postgres -v service="$service" -v password="$password" <<'SQL'
    create role :"service" login password :'password';
    create database :"service" owner :"service";
    revoke connect on database :"service" from public;
SQL
done
psql -v ON_ERROR_STOP=1 -U postgres -c 'revoke connect on database postgres from public'
