"""Alembic's entry: migrates the connection that the store hands over, in its transaction."""

from alembic import context

from autograder.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=False,
)
context.run_migrations()
