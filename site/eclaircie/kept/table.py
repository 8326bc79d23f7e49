"""Answers that are kept by what they were made of: a table in one record of a store."""

from typing import Any

from .store import Store


class Table:
    """Data that JSON can hold, by keys. name: of its record in the store.

    What nobody asks for any more is left out once the table is four times as large as what is asked for: builds of two
    folders in turn, and checks of two versions of the content one after the other, find all of it again.
    """

    def __init__(self, store: Store, name: str) -> None:
        """Read a table, as far as it can be believed. Who has a store asks `table_of`."""
        self._store = store
        self._name = name
        self._known: dict[str, Any] = store.read_data(name) or {}
        self._used: dict[str, Any] = {}
        self._is_changed = False

    def get(self, key: str) -> Any:
        """The answer of a key, to be read only, or None."""
        found = self._known.get(key)
        if found is not None:
            self._used[key] = found
        return found

    def put(self, key: str, answer: Any) -> None:
        """Note the answer of a key. answer: not None."""
        self._is_changed = self._is_changed or self._known.get(key) != answer
        self._known[key] = self._used[key] = answer

    def save(self) -> None:
        """Keep the table, if there is anything new in it."""
        if self._is_changed:
            if len(self._known) > 4 * len(self._used):
                self._known = dict(self._used)
            self._store.write_data(self._name, self._known)
            self._is_changed = False
        self._used = {}


def table_of(store: Store | None, name: str) -> Table | None:
    """A table of a store, read once in the life of the store; None where nothing is kept."""
    if store is None or not store.is_used:
        return None
    if name not in store.tables:
        store.tables[name] = Table(store, name)
    table: Table = store.tables[name]
    return table
