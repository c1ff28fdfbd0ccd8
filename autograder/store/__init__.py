"""The truth of a run: people, hand-ins, results and decisions, as rows that are only added.

``Store`` opens a database; its parts speak in the plain records of :mod:`autograder.records`.
Only this room knows SQLAlchemy.
"""

from autograder.store.connect import StoreFault, sqlite_url, without_password
from autograder.store.store import Conditions, Store, counted, new_book
from autograder.store.watch import ON_AN_ANSWER, Changed, Position, Seen

__all__ = [
    "ON_AN_ANSWER",
    "Changed",
    "Conditions",
    "Position",
    "Seen",
    "Store",
    "StoreFault",
    "counted",
    "new_book",
    "sqlite_url",
    "without_password",
]
