"""Alembic runs the migrations on the connection that it is given; there is no configuration file."""

from alembic import context

from coverage.inventory.store_tables import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
with context.begin_transaction():
    context.run_migrations()
