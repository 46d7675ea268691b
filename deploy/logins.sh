#!/bin/sh
# A login for the desk, which writes, and one for the dashboard, which only reads. The roles are made by `inventory init`.
# psql quotes the passwords itself; they are in no list of processes.
set -eu

psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --host "${PGHOST:-database}" --username owner --dbname "${PGDATABASE:-inventory}" <<'SQL'
\getenv writer WRITER
\getenv reader READER
SELECT format('CREATE ROLE %I', name) FROM (VALUES ('desk'), ('dashboard')) AS wanted (name)
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) \gexec
ALTER ROLE desk LOGIN PASSWORD :'writer';
ALTER ROLE dashboard LOGIN PASSWORD :'reader';
GRANT coverage_writer TO desk;
GRANT coverage_reader TO dashboard;
SQL
