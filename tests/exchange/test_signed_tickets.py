"""Signed tickets of pretix: genuine, forged, expired or nothing of the kind."""

from __future__ import annotations

import base64
from datetime import UTC, datetime

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from hypothesis import given
from hypothesis import strategies as st

from networking_app.domain.checkin import Foreign
from networking_app.exchange.signed_tickets import is_public_key, looks_signed, verify

NOW = datetime(2026, 11, 26, 7, 0, tzinfo=UTC)
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
OTHER = Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33)))


def pem(key):
    return key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()


def varint(number):
    out = b""
    while number > 0x7F:
        out += bytes([number & 0x7F | 0x80])
        number >>= 7
    return out + bytes([number])


def payload(seed="abcdefghi", **fields):
    out = b"\x0a" + bytes([len(seed)]) + seed.encode()
    places = {"item": 2, "variation": 3, "subevent": 4, "begins": 5, "ends": 6}
    for name, number in fields.items():
        out += bytes([places[name] << 3]) + varint(number)
    return out


def signed(body, key=KEY):
    signature = key.sign(body)
    raw = b"\x01" + len(body).to_bytes(2, "big") + len(signature).to_bytes(2, "big")
    return base64.b64encode(raw + body + signature).decode()[::-1]


def test_ticket_signed_with_the_key_of_the_event_is_genuine():
    code = signed(payload(item=4711))
    assert looks_signed(code)
    assert looks_signed(f" {code}\r\n")
    assert verify(code, [pem(OTHER), pem(KEY)], NOW) is Foreign.GENUINE
    encoded = base64.b64encode(pem(KEY).encode()).decode()
    assert verify(code, [encoded], NOW) is Foreign.GENUINE


def test_long_payload_has_its_length_in_two_bytes():
    code = signed(payload("x" * 120) + payload("y" * 120) + payload("z" * 120))
    assert verify(code, [pem(KEY)], NOW) is Foreign.GENUINE


@pytest.mark.parametrize("keys", [[], [pem(OTHER)], ["rubbish"], [""]])
def test_ticket_that_no_key_fits_is_forged(keys):
    assert verify(signed(payload()), keys, NOW) is Foreign.FORGED


@pytest.mark.parametrize(
    ("begins", "ends", "said"),
    [
        (0, 0, Foreign.GENUINE),
        (int(NOW.timestamp()) - 1, 0, Foreign.GENUINE),
        (int(NOW.timestamp()) + 1, 0, Foreign.EXPIRED),
        (0, int(NOW.timestamp()) - 1, Foreign.EXPIRED),
        (0, int(NOW.timestamp()) + 1, Foreign.GENUINE),
    ],
)
def test_time_of_the_ticket_counts(begins, ends, said):
    assert verify(signed(payload(begins=begins, ends=ends)), [pem(KEY)], NOW) is said


@pytest.mark.parametrize("body", [b"", b"\xff", b"\x0d\x01\x02\x03\x04", b"\x0a\x50short"])
def test_payload_that_cannot_be_read_but_is_signed_is_genuine(body):
    assert verify(signed(body), [pem(KEY)], NOW) is Foreign.GENUINE


def test_every_changed_bit_is_noticed():
    body = payload(item=1)
    raw = bytearray(base64.b64decode(signed(body)[::-1]))
    for place in range(5, len(raw)):
        changed = bytearray(raw)
        changed[place] ^= 1
        code = base64.b64encode(bytes(changed)).decode()[::-1]
        assert verify(code, [pem(KEY)], NOW) is Foreign.FORGED


@given(st.text(max_size=200) | st.binary(max_size=200).map(lambda b: base64.b64encode(b).decode()))
def test_other_texts_are_never_taken_for_genuine(text):
    assert verify(text, [pem(KEY)], NOW) in {Foreign.NONE, Foreign.FORGED}


def test_public_keys_are_told_from_other_texts():
    wrong = X25519PrivateKey.generate()
    assert is_public_key(pem(KEY))
    assert not is_public_key(pem(wrong))
    assert not is_public_key("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----")
    assert not is_public_key("")
