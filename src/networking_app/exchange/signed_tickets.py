"""Ticket codes that pretix signs (pretix_sig1), checked with the public key of the event.

Source: pretix documentation, "Digital signatures": a reversed Base64 text of version (1), the
lengths of payload and signature (two bytes each, big-endian), both, the payload being the protocol
buffer Ticket{seed = 1, item = 2, variation = 3, subevent = 4, valid from = 5, valid until = 6}, and
the signature Ed25519.
"""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from typing import TYPE_CHECKING

from networking_app.domain.checkin import Foreign

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

_VERSION = 1
_HEAD = 5
_SIGNATURE = 64
_VALID_FROM, _VALID_UNTIL = 5, 6
_VARINT, _BYTES = 0, 2


@dataclass(frozen=True, slots=True)
class Signed:
    """The parts of a signed code."""

    payload: bytes
    signature: bytes

    def numbers(self) -> dict[int, int]:
        """The whole numbers of the payload by field; empty if it is damaged."""
        try:
            return _numbers(self.payload)
        except (IndexError, ValueError):
            return {}


def looks_signed(code: str) -> bool:
    """Whether a read text has the form of a signed code."""
    return _parts(code) is not None


def verify(code: str, keys: Iterable[str], now: datetime) -> Foreign:
    """Check a signed code.

    Args:
        code: as read.
        keys: public keys in PEM; those that cannot be read fit nothing.
        now: with a time zone, for the time in which the ticket is valid.
    """
    parts = _parts(code)
    if parts is None:
        return Foreign.NONE
    if not any(_fits(parts, pem) for pem in keys):
        return Foreign.FORGED
    said, moment = parts.numbers(), now.timestamp()
    early = moment < said.get(_VALID_FROM, 0)
    late = said.get(_VALID_UNTIL, 0) and moment > said[_VALID_UNTIL]
    return Foreign.EXPIRED if early or late else Foreign.GENUINE


def is_public_key(pem: str) -> bool:
    """Whether a text is an Ed25519 public key in PEM."""
    return _public_key(pem) is not None


def _parts(code: str) -> Signed | None:
    text = code.strip()[::-1]
    try:
        raw = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    if len(raw) < _HEAD or raw[0] != _VERSION:
        return None
    long, short = int.from_bytes(raw[1:3], "big"), int.from_bytes(raw[3:5], "big")
    if short != _SIGNATURE or len(raw) != _HEAD + long + short:
        return None
    return Signed(raw[_HEAD : _HEAD + long], raw[_HEAD + long :])


def _fits(parts: Signed, pem: str) -> bool:
    # slow import: only events of pretix need it
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415

    key = _public_key(pem)
    if key is None:
        return False
    try:
        key.verify(parts.signature, parts.payload)
    except InvalidSignature:
        return False
    return True


def _public_key(pem: str) -> Ed25519PublicKey | None:
    # slow import: only events of pretix need it
    from cryptography.exceptions import UnsupportedAlgorithm  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric import ed25519  # noqa: PLC0415
    from cryptography.hazmat.primitives.serialization import load_pem_public_key  # noqa: PLC0415

    try:
        key = load_pem_public_key(_pem(pem).encode())
    except (ValueError, TypeError, UnsupportedAlgorithm):
        return None
    return key if isinstance(key, ed25519.Ed25519PublicKey) else None


def _pem(text: str) -> str:
    """PEM as pasted, or the Base64 of it that pretix hands to its devices."""
    text = text.strip()
    if text.startswith("-----"):
        return text
    try:
        return base64.b64decode(text, validate=True).decode("ascii")
    except (binascii.Error, ValueError):
        return text


def _numbers(payload: bytes) -> dict[int, int]:
    """Fields of a protocol buffer that hold whole numbers; others are skipped."""
    found, place = {}, 0
    while place < len(payload):
        key, place = _varint(payload, place)
        field, kind = key >> 3, key & 7
        value, place = _varint(payload, place)
        if kind == _VARINT:
            found[field] = value
        elif kind == _BYTES:
            place += value
        else:
            raise ValueError(kind)
    return found


def _varint(payload: bytes, place: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = payload[place]
        value |= (byte & 0x7F) << shift
        place, shift = place + 1, shift + 7
        if not byte & 0x80:
            return value, place
