"""How Alembic runs the revisions: on the connection it is handed, in its transaction."""

from __future__ import annotations

from alembic import context

from practice_core.adapters.sql.schema import PREFIX, VERSION_TABLE, metadata


def _ours(_: object, name: str | None, type_: str, *__: object) -> bool:
    """The core shares a host's database; the host's tables are not its business."""
    return type_ != "table" or str(name).startswith(PREFIX)


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    include_object=_ours,
    transactional_ddl=True,
    user_module_prefix="",
)
with context.begin_transaction():
    context.run_migrations()
