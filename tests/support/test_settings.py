import json
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networking_app.support import settings as module
from networking_app.support.settings import RECENT, Loaded, Settings, load, save

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


def test_load_gives_the_defaults_where_nothing_was_saved(tmp_path):
    assert load(tmp_path / "never") == Loaded(Settings())
    assert not (tmp_path / "never").exists()


def test_load_gives_what_was_saved(tmp_path):
    chosen = Settings(
        language="fi",
        theme="dark",
        text_size=130,
        desk_name="Pääovi",
        sound_volume=0,
        muted=True,
        recent_workspaces=("/a.nwapp", "C:\\b.nwapp"),
        window_geometry="AdnQ",
        unknown={"from_the_future": [1, {"a": None}]},
    )
    save(chosen, tmp_path / "new" / "folder")
    assert load(tmp_path / "new" / "folder") == Loaded(chosen)


def test_every_field_has_a_docstring_and_a_reader():
    names = [f.name for f in fields(Settings) if f.name != "unknown"]
    assert list(module._READERS) == names
    source = Path(module.__file__).read_text(encoding="utf-8")
    for name in names:
        after = source.split(f"\n    {name}: ", 1)[1].split("\n")[1]
        assert after.startswith('    """'), name


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("language", 5),
        ("theme", "purple"),
        ("theme", ["dark"]),
        ("text_size", 110),
        ("text_size", True),
        ("text_size", {}),
        ("sound_volume", "loud"),
        ("sound_volume", True),
        ("muted", 1),
        ("recent_workspaces", "a.nwapp"),
    ],
)
def test_load_uses_the_default_for_a_value_of_the_wrong_kind(tmp_path, key, value):
    text = json.dumps({key: value, "desk_name": "B", "later": 1})
    (tmp_path / "settings.json").write_text(text, encoding="utf-8")
    assert load(tmp_path) == Loaded(Settings(desk_name="B", unknown={"later": 1}))


def test_load_keeps_the_volume_within_its_limits(tmp_path):
    for written, used in ((-3, 0), (140, 100), (55, 55)):
        (tmp_path / "settings.json").write_text(json.dumps({"sound_volume": written}))
        assert load(tmp_path).settings.sound_volume == used


@pytest.mark.parametrize("raw", [b"", b"{", b"[1]", b"\xff\xfe\x00", b"[" * 100_000, b"\x00" * 50])
def test_load_sets_a_damaged_file_aside_and_starts_with_the_defaults(tmp_path, raw):
    (tmp_path / "settings.json").write_bytes(raw)
    (tmp_path / "settings-damaged-1.json").write_bytes(b"an older one")
    found = load(tmp_path)
    assert found == Loaded(Settings(), tmp_path / "settings-damaged-2.json")
    assert (tmp_path / "settings-damaged-2.json").read_bytes() == raw
    assert (tmp_path / "settings-damaged-1.json").read_bytes() == b"an older one"


def test_load_reads_a_file_that_an_editor_gave_a_byte_order_mark(tmp_path):
    (tmp_path / "settings.json").write_bytes(b'\xef\xbb\xbf{"language": "sv"}')
    assert load(tmp_path) == Loaded(Settings(language="sv"))


def test_save_leaves_the_old_file_and_no_rubbish_when_the_disk_fails(tmp_path, monkeypatch):
    save(Settings(desk_name="old"), tmp_path)

    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module.os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        save(Settings(desk_name="new"), tmp_path)
    monkeypatch.undo()
    assert load(tmp_path).settings.desk_name == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["settings.json"]


def test_save_accepts_a_path_that_is_not_unicode(tmp_path):
    save(Settings(last_folder="bad\udce4name"), tmp_path)
    assert load(tmp_path).settings.last_folder == "bad?name"


def test_opened_puts_the_workspace_first_once_and_keeps_eight(tmp_path):
    chosen = Settings()
    for number in [*range(10), 4]:
        chosen = chosen.opened(tmp_path / f"{number}.nwapp")
    names = [Path(p).name for p in chosen.recent_workspaces]
    assert names == [f"{n}.nwapp" for n in (4, 9, 8, 7, 6, 5, 3, 2)]
    assert len(names) == RECENT


def test_forgotten_takes_only_that_workspace_away(tmp_path):
    chosen = Settings().opened(tmp_path / "a.nwapp").opened(tmp_path / "b.nwapp")
    left = chosen.forgotten(tmp_path / "a.nwapp").recent_workspaces
    assert left == (str((tmp_path / "b.nwapp").resolve()),)


@given(st.dictionaries(st.sampled_from([f.name for f in fields(Settings)]) | st.text(), JSON))
def test_any_json_object_gives_settings_that_can_be_saved_again(found):
    read = module._from_json(found)
    known = {f.name for f in fields(Settings)}
    assert read.unknown == {k: v for k, v in found.items() if k not in known}
    again = {f.name: getattr(read, f.name) for f in fields(Settings) if f.name != "unknown"}
    assert module._from_json(json.loads(json.dumps(again))) == replace(read, unknown={})
