"""This computer's settings: one typed value, kept as JSON that outlives damage."""

from __future__ import annotations

import json
import os
import tempfile
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast, get_args

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Theme = Literal["light", "dark", "system", "high_contrast"]
TextSize = Literal[100, 115, 130, 150]
GuestScreen = Literal["answers", "welcome"]
THEMES: tuple[Theme, ...] = get_args(Theme)
TEXT_SIZES: tuple[TextSize, ...] = get_args(TextSize)
RECENT = 8
_FILE = "settings.json"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user chose on this computer; what belongs to an event travels in its workspace.

    Change one with `dataclasses.replace` and keep it with `save`.
    """

    language: str = ""
    """Two-letter language of the window; empty follows the system."""
    theme: Theme = "system"
    """Colours of the window."""
    text_size: TextSize = 100
    """Per cent; multiplies all type and heights."""
    desk_name: str = ""
    """What this computer is called in check-ins ("Main door"); empty uses its own name."""
    sound_volume: int = 70
    """Loudness of the answers at the desk, 0 to 100."""
    muted: bool = False
    """Whether the answers at the desk are silent for now; the volume is remembered."""
    reduce_motion: bool = False
    """Whether nothing fades or slides, also where the system does not ask for it."""
    number_keys_answer: bool = True
    """Whether bare 1 to 3 answer an open question at the desk; Alt+1 to 3 always do."""
    recent_workspaces: tuple[str, ...] = ()
    """Paths of the workspaces opened last, newest first, at most eight."""
    reopen_last: bool = True
    """Whether the app starts with the workspace used last."""
    window_geometry: str = ""
    """Place and size of the window, as Qt's bytes in base64."""
    rail_narrow: bool = False
    """Whether the navigation shows icons only, also where there is room for words."""
    last_folder: str = ""
    """Where the last file was opened or saved; the next dialog starts there."""
    badge_sheet: str = ""
    """Name of the sheet that badges were printed on last; empty until then."""
    printer: str = ""
    """Name of the printer used last; empty asks the system."""
    camera: str = ""
    """Id of the camera that reads codes at the desk; empty uses the system's own choice."""
    camera_mirrored: bool = True
    """Whether the camera's picture is shown like a mirror shows it."""
    scanner_port: str = ""
    """Serial port of a scanner ("COM3", "ttyACM0"); empty listens to the keyboard only."""
    scanner_prefix: str = ""
    """What the scanner is set to send before each code, cut off again; usually nothing."""
    at_desk: bool = False
    """Whether the check-in desk was shown last; the app then starts there, as after a power cut."""
    desk_point: str = ""
    """Key of the check-in point that this desk stands at; empty is the main door."""
    surname_range: str = ""
    """Whom this desk serves ("A–K"); shown at the desk, refuses nobody."""
    print_on_welcome: bool = False
    """Whether the badge is printed as soon as a guest is let in whose badge was not printed yet."""
    honour_alerts: bool = True
    """Whether the window tells when a guest of honour arrives at any desk."""
    may_override: bool = True
    """Whether this desk may let guests in against a rule; the event may ask for a PIN too."""
    desk_hides: tuple[str, ...] = ()
    """What the answer at the desk leaves out: of "title", "organisation", "category", "note"."""
    guest_screen: str = ""
    """Name of the display turned to the guests; empty shows nothing there."""
    guest_screen_shows: GuestScreen = "answers"
    """Whether that display answers each guest or welcomes all."""
    guest_screen_note: str = ""
    """Line at the foot of that display, such as the name of the Wi-Fi; empty shows none."""
    kiosk_prints: bool = True
    """Whether the self-service kiosk prints the badge."""
    imported_files: tuple[str, ...] = ()
    """Files imported here last: when each was changed (ns since 1970), a blank and its path."""
    tested: tuple[str, ...] = ()
    """What was tried out here and when ("2026-11-26T06:10:00+00:00 scanner")."""
    unknown: Mapping[str, Any] = field(default_factory=dict, hash=False)
    """Keys of another version of the app, kept and written back as they are."""

    def opened(self, workspace: Path) -> Settings:
        """Return the settings with this workspace as the one used last."""
        path = str(workspace.resolve())
        others = (p for p in self.recent_workspaces if p != path)
        return replace(self, recent_workspaces=(path, *others)[:RECENT])

    def forgotten(self, workspace: Path) -> Settings:
        """Return the settings without this workspace among the recent ones."""
        gone = {str(workspace), str(workspace.resolve())}
        kept = tuple(p for p in self.recent_workspaces if p not in gone)
        return replace(self, recent_workspaces=kept)


@dataclass(frozen=True, slots=True)
class Loaded:
    """Settings as they were found."""

    settings: Settings
    set_aside: Path | None = None
    """Copy of a file that could not be read; the defaults are used instead."""


def load(folder: Path) -> Loaded:
    """Read the settings from this folder; what is missing or unusable becomes its default.

    A file that is not JSON is copied beside itself first, so that nothing a person wrote is lost.
    Raises OSError only where the file exists and the system will not let it be read.
    """
    file = folder / _FILE
    try:
        raw = file.read_bytes()
    except FileNotFoundError:
        return Loaded(Settings())
    try:
        found = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        return Loaded(Settings(), _set_aside(file, raw))
    return Loaded(_from_json(found))


def save(settings: Settings, folder: Path) -> None:
    """Write the settings so that a crash leaves either the old or the new file; raises OSError."""
    known = {f.name: getattr(settings, f.name) for f in fields(Settings) if f.name != "unknown"}
    text = json.dumps({**settings.unknown, **known}, ensure_ascii=False, indent=2)
    folder.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f"{_FILE}.", dir=folder)
    try:
        # A path from a broken file name may hold lone surrogates, which UTF-8 refuses.
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as out:
            out.write(text + "\n")
            out.flush()
            os.fsync(out.fileno())
        Path(name).replace(folder / _FILE)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _set_aside(file: Path, raw: bytes) -> Path:
    """Copy a damaged file to the first free name beside it."""
    number = 1
    while True:
        copy = file.with_name(f"settings-damaged-{number}.json")
        try:
            with copy.open("xb") as out:
                out.write(raw)
        except FileExistsError:
            number += 1
        else:
            return copy


def _from_json(found: dict[str, Any]) -> Settings:
    """Take each value that has the right type and keep the keys that are not ours."""
    values: dict[str, Any] = {}
    unknown: dict[str, Any] = {}
    for key, value in found.items():
        if key not in _READERS:
            unknown[key] = value
        elif (usable := _READERS[key](value)) is not None:
            values[key] = usable
    unknown.pop("unknown", None)
    return Settings(**values, unknown=unknown)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _flag(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _volume(value: object) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return max(0, min(100, value))


def _texts(value: object) -> tuple[str, ...] | None:
    if not isinstance(value, list):
        return None
    return tuple(dict.fromkeys(v for v in value if isinstance(v, str) and v))[:RECENT]


def _one_of(allowed: tuple[object, ...]) -> Callable[[object], object]:
    def read(value: object) -> object:
        return value if not isinstance(value, (bool, list, dict)) and value in allowed else None

    return read


_READERS: Mapping[str, Callable[[object], object]] = {
    "language": _text,
    "theme": _one_of(cast("tuple[object, ...]", THEMES)),
    "text_size": _one_of(cast("tuple[object, ...]", TEXT_SIZES)),
    "desk_name": _text,
    "sound_volume": _volume,
    "muted": _flag,
    "reduce_motion": _flag,
    "number_keys_answer": _flag,
    "recent_workspaces": _texts,
    "reopen_last": _flag,
    "window_geometry": _text,
    "rail_narrow": _flag,
    "last_folder": _text,
    "badge_sheet": _text,
    "printer": _text,
    "camera": _text,
    "camera_mirrored": _flag,
    "scanner_port": _text,
    "scanner_prefix": _text,
    "at_desk": _flag,
    "desk_point": _text,
    "surname_range": _text,
    "print_on_welcome": _flag,
    "honour_alerts": _flag,
    "may_override": _flag,
    "desk_hides": _texts,
    "guest_screen": _text,
    "guest_screen_shows": _one_of(("answers", "welcome")),
    "guest_screen_note": _text,
    "kiosk_prints": _flag,
    "imported_files": _texts,
    "tested": _texts,
}
