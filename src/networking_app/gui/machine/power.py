"""Where this computer's power comes from: read from Linux or Windows, elsewhere not known."""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path
from typing import Any

from networking_app.domain.readiness import Power

_SUPPLIES = Path("/sys/class/power_supply")
_NO_BATTERY = 128  # of BatteryFlag
_UNKNOWN = 255


def power() -> Power | None:
    """Where the power comes from now; None where this computer does not say."""
    if sys.platform == "win32":
        return _of_windows()
    return of_supplies(_SUPPLIES) if sys.platform.startswith("linux") else None


def of_supplies(folder: Path) -> Power | None:
    """Read Linux's list of supplies; batteries of mice and headsets do not count.

    None where the folder cannot be read. A computer without a battery runs on mains.
    """
    try:
        supplies = sorted(folder.iterdir())
    except OSError:
        return None
    mains, percents, discharging = False, [], False
    for supply in supplies:
        kind = _said(supply / "type").casefold()
        if kind == "battery" and _said(supply / "scope").casefold() != "device":
            percents += _percent(supply)
            discharging = discharging or _said(supply / "status").casefold() == "discharging"
        elif kind in {"mains", "usb", "wireless"}:
            mains = mains or _said(supply / "online") not in {"", "0"}
    if not percents:
        return Power(mains=True) if not discharging else None
    return Power(mains=mains or not discharging, percent=min(percents))


def of_status(line: int, flag: int, percent: int) -> Power | None:
    """What Windows' SYSTEM_POWER_STATUS means: ACLineStatus, BatteryFlag, BatteryLifePercent."""
    has_battery = flag == _UNKNOWN or not flag & _NO_BATTERY
    if line not in {0, 1}:
        return None if has_battery else Power(mains=True)
    known = has_battery and 0 <= percent <= 100
    return Power(mains=line == 1, percent=percent if known else None)


class _Status(ctypes.Structure):
    """SYSTEM_POWER_STATUS of winbase.h."""

    _fields_ = (
        ("line", ctypes.c_ubyte),
        ("flag", ctypes.c_ubyte),
        ("percent", ctypes.c_ubyte),
        ("saver", ctypes.c_ubyte),
        ("seconds", ctypes.c_ulong),
        ("full_seconds", ctypes.c_ulong),
    )


def _of_windows() -> Power | None:
    status = _Status()
    kernel: Any = getattr(ctypes, "windll", None)
    try:
        if not kernel.kernel32.GetSystemPowerStatus(ctypes.byref(status)):
            return None
    except (AttributeError, OSError):
        return None
    return of_status(status.line, status.flag, status.percent)


def _said(file: Path) -> str:
    try:
        return file.read_text("utf-8", errors="replace").strip()
    except OSError:
        return ""


def _percent(supply: Path) -> list[int]:
    text = _said(supply / "capacity")
    return [min(int(text), 100)] if text.isdigit() else []
