"""The form's own French in plain words: what it calls a slug or a test repository, nobody who edits has heard of."""

from collections.abc import Callable
from typing import Any

import orjson

_WORDS = {
    ("slug",): "editing.word_address",
    ("entry_sidebar", "slug", "title"): "editing.word_address",
    ("edit_slug",): "editing.word_change_address",
    ("edit_slug_error", "empty"): "editing.word_no_address",
    ("edit_slug_error", "invalid"): "editing.word_bad_address",
    ("edit_slug_error", "duplicate"): "editing.word_same_address",
    ("confirm_deleting_this_entry",): "editing.word_delete",
    ("show_errors",): "editing.word_show_errors",
    # Said of a collection of which every file lies in a folder, too: that nothing is there would be untrue.
    ("no_entries_created",): "editing.word_open_folder",
    ("working_with_test_repo",): "editing.word_here",
}
"""The sentences that take the place of the form's own, by the keys that lead to these."""


def in_plain_words(locale: bytes, said: Callable[[str], str]) -> bytes:
    """The words of the form, as JSON, with ours in the place of some. said: gives a sentence by its code."""
    words: dict[str, Any] = orjson.loads(locale)
    for (*above, key), code in _WORDS.items():
        place = words
        for step in above:
            place = place.setdefault(step, {})
        place[key] = said(code)
    return orjson.dumps(words)
