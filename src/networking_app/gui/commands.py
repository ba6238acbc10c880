"""Commands: what a page can do, for its keys, the palette and the list of keys (F1)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be done from the keyboard.

    Attributes:
        text: what it does, starting with a verb, worded.
        run: does it.
        key: its key, such as "Ctrl+N"; "" for none.
        icon: name of an icon.
        bind: whether the page listens to the key through the command; leave it False where a
            button already carries the key or the page's own keyPressEvent takes it.
        words: more words it is found by, in any language.
    """

    text: str
    run: Callable[[], None]
    key: str = ""
    icon: str = "chevron-right"
    bind: bool = False
    words: tuple[str, ...] = field(default=())
