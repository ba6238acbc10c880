"""Keys of rows: their form, their order, and that none comes twice."""

from __future__ import annotations

import uuid

import pytest

from networking_app.domain.ids import Keys, uuid7

NOW = 1_795_600_000_000


@pytest.mark.parametrize("make", [uuid7, Keys().uuid7])
def test_a_key_is_a_version_7_uuid_of_its_time(make) -> None:
    for number in range(200):
        key = uuid.UUID(make(NOW + number))
        assert (key.version, key.variant, key.int >> 80) == (7, uuid.RFC_4122, NOW + number)


def test_keys_of_one_moment_differ() -> None:
    keys, others = Keys(), Keys()
    made = [maker.uuid7(NOW) for maker in (keys, others) for _ in range(1_000)]
    assert len(set(made)) == 2_000
    assert keys.uuid7(NOW) < keys.uuid7(NOW + 1)
