"""What is said when the camera gives no picture: what happened, and what to do about it."""

from __future__ import annotations

import sys

from networking_app.gui.camera.devices import CameraTrouble, TroubleKind
from networking_app.support.i18n import gettext as _

WINDOWS_PRIVACY = "ms-settings:privacy-webcam"
"""Opens the page of the Windows settings that lets programs use the camera."""


def fact(trouble: CameraTrouble) -> str:
    """What happened, in one sentence."""
    name = trouble.camera or _("The camera")
    facts = {
        TroubleKind.NO_MULTIMEDIA: _("The camera cannot be used on this computer yet"),
        TroubleKind.NO_READER: _("Codes cannot be read from a picture on this computer yet"),
        TroubleKind.NO_CAMERA: _("No camera found"),
        TroubleKind.REFUSED: _("The system does not let this app use the camera"),
        TroubleKind.IN_USE: _("{camera} is used by another program").format(camera=name),
        TroubleKind.UNPLUGGED: _("{camera} was unplugged").format(camera=name),
        TroubleKind.SILENT: _("{camera} sends no picture").format(camera=name),
        TroubleKind.FAILED: _("{camera} does not start").format(camera=name),
    }
    return facts[trouble.kind]


def advice(trouble: CameraTrouble, platform: str = sys.platform) -> str:
    """What to do about it; the scanner and the search by name always work."""
    if trouble.instead:
        return _("{camera} is used instead.").format(camera=trouble.instead)
    advices = {
        TroubleKind.NO_MULTIMEDIA: _multimedia(platform),
        TroubleKind.NO_READER: _("Install the app again: its part zxing-cpp is missing."),
        TroubleKind.NO_CAMERA: _(
            "Plug a camera in, it starts by itself. Until then scan or type the name."
        ),
        TroubleKind.REFUSED: _refused(platform),
        TroubleKind.IN_USE: _(
            "Close the program that uses it, such as a video call; the picture comes by itself."
        ),
        TroubleKind.UNPLUGGED: _(
            "Plug it in again, it starts by itself. Until then scan or type the name."
        ),
        TroubleKind.SILENT: _(
            "Open its cover, close video calls and look whether the system allows the camera."
        ),
        TroubleKind.FAILED: _failed(platform),
    }
    return advices[trouble.kind]


def _multimedia(platform: str) -> str:
    if platform.startswith("linux"):
        return _("Install the system's package libpulse0 and start the app again.")
    return _("Install the app again: its part PySide6-Addons is missing.")


def _failed(platform: str) -> str:
    if platform == "win32":  # which seldom tells that a setting forbids it
        return _(
            "Close other programs that use it, look whether the Windows settings allow desktop"
            " apps to use the camera, or choose another one."
        )
    return _("Close other programs that use it and plug it in again, or choose another camera.")


def _refused(platform: str) -> str:
    if platform == "win32":
        return _(
            "In the Windows settings, under Privacy & security, Camera,"
            " switch on “Let desktop apps access your camera”."
        )
    if platform == "darwin":
        return _("In the System Settings, under Privacy & Security, Camera, allow this app.")
    return _("Add your account to the group “video” and log in again.")
