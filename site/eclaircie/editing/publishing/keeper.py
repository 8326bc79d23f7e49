"""Where the key to a forge is kept: by the system's own keeper of passwords, or in memory until the editor is closed.

Never in a file of ours: neither in the repository nor beside it.
"""

from contextlib import suppress
from typing import Any

_SERVICE = "Éclaircie"
"""The name under which the system shows what it keeps."""


class Keeper:
    """The keys of one session."""

    def __init__(self) -> None:
        self._session: dict[str, str] = {}

    def key(self, origin: str) -> str | None:
        """The key to a forge, or None. origin: its scheme, host and port."""
        if origin in self._session:
            return self._session[origin]
        keeper = _system()
        if keeper is None:
            return None
        try:
            return keeper.get_password(_SERVICE, origin) or None
        except Exception:  # of any kind, for each system has its own; without an answer one is asked for the key again
            return None

    def keep(self, origin: str, key: str) -> bool:
        """Keep a key. Returns whether the system keeps it; else it is forgotten when the editor is closed."""
        self._session.pop(origin, None)
        keeper = _system()
        if keeper is not None:
            with suppress(Exception):  # as above; the session then keeps it
                keeper.set_password(_SERVICE, origin, key)
                if keeper.get_password(_SERVICE, origin) == key:
                    return True
        self._session[origin] = key
        return False

    def forget(self, origin: str) -> None:
        """Forget a key, here and in the system."""
        self._session.pop(origin, None)
        keeper = _system()
        if keeper is not None:
            with suppress(Exception):  # there was none
                keeper.delete_password(_SERVICE, origin)

    def is_kept_by_system(self) -> bool:
        """Whether this system has a keeper of passwords."""
        return _system() is not None


def _system() -> Any:
    """The system's keeper, or None: where there is none, or only one that writes into files that anybody can read."""
    try:
        import keyring
        from keyring.backends import chainer, fail, null
    except ImportError:
        return None
    try:
        keeper: Any = keyring.get_keyring()
        if isinstance(keeper, chainer.ChainerBackend):
            keeper = next(iter(keeper.backends), None)
        if keeper is None or isinstance(keeper, fail.Keyring | null.Keyring):
            return None
        is_plain = type(keeper).__module__.startswith("keyrings.alt") or keeper.priority < 1
    except Exception:  # a keeper that is installed and does not run
        return None
    return None if is_plain else keeper
