"""What became of a block between two sides: what comparison, ledger, checks and `numbers` exchange."""

from __future__ import annotations

from typing import Literal

from reportgen.errors import Position
from reportgen.record import field, record
from reportgen.tree.path import PartId, Path

Fate = Literal["same", "inserted", "deleted", "moved", "renumbered"]
ChangeName = Literal["unchanged", "reworded", "inserted", "deleted", "moved", "renumbered"]

_WAS = "was "


def key_of(name: str, change: str) -> str:
    """The key of a change; a deleted part (t/2-1) has one of its own, since the part behind it takes over its id."""
    return f"{_WAS}{name}" if change == "deleted" and PartId.of(name) else name


def name_of_key(key: str) -> str:
    """The id of the block that a key names."""
    return key.removeprefix(_WAS)


@record
class Difference:
    """One block on both sides.

    `old` and `new` are the paths of its numbers, empty where it has none. `reworded` names the languages whose wording
    differs, `translated` those that had no text before, `reprinted` those that only print a name otherwise, since its
    first use stands elsewhere. `found` says how the two sides were recognised as one block; `remark` is for a person to
    read: split from another block, number typed by hand. `texts` are its texts on both sides, empty where a side has
    none or a ledger kept its digest alone. `astray`: its number follows from no change of the blocks before it.
    `label` is the number of a block from another file as a reader sees it: its path is of no list of this one. `kin` is
    the index, on the other side, of the block that it was split from or merged into. `old_kind` is its
    kind on the old side where that is another.
    """

    id: str
    kind: str
    place: Fate
    old: Path = ()
    new: Path = ()
    reworded: tuple[str, ...] = ()
    reprinted: tuple[str, ...] = ()
    translated: tuple[str, ...] = ()
    old_id: str = ""
    found: Literal["id", "text", "number"] = "id"
    remark: str = ""
    astray: bool = False
    position: Position | None = field(default=None, compare=False)
    texts: tuple[str, str] = field(default=("", ""), compare=False)
    label: str = field(default="", compare=False)
    kin: int | None = field(default=None, compare=False)
    old_kind: str = field(default="", compare=False)

    @property
    def change(self) -> ChangeName:
        """The one word for it: the gravest of all that happened."""
        # A block that moved and was reworded counts as moved: numbers matter more to those who cite it.
        if self.place != "same":
            return self.place
        return "reworded" if self.reworded else "unchanged"

    @property
    def key(self) -> str:
        """The key of this difference, unique in its comparison."""
        return key_of(self.id, self.place)

    @property
    def structural(self) -> bool:
        """Whether someone inserted, deleted or moved it, so that numbers may change."""
        return self.place in ("inserted", "deleted", "moved")
