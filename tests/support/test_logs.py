import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networking_app.support import logs

log = logging.getLogger("networking_app.storage")


@pytest.fixture
def file(tmp_path):
    handler = logs.start(tmp_path / "logs")
    yield tmp_path / "logs" / logs.FILE
    logs.stop(handler)


def test_log_has_one_line_for_each_record_with_utc_time(file):
    log.info("opened workspace, %s rows", 174)
    line = file.read_text(encoding="utf-8")
    assert line.endswith("Z INFO networking_app.storage: opened workspace, 174 rows\n")


def test_log_holds_no_personal_data_of_a_message_or_an_error(file):
    try:
        try:
            raise KeyError("Aino Pöyhönen")
        except KeyError as cause:
            raise ValueError("row of aino@example.org, tel +358 40 123 4567") from cause
    except ValueError:
        log.exception("could not add %r", "Aino Pöyhönen")
    text = file.read_text(encoding="utf-8")
    assert "could not add '…'" in text
    assert "KeyError: '…'" in text
    assert "ValueError: row of <e-mail>, tel <number>" in text
    assert "in test_log_holds_no_personal_data_of_a_message_or_an_error" in text
    assert not any(secret in text for secret in ("Aino", "aino", "4567"))


def test_log_of_an_exception_that_is_not_there_has_only_the_message(file):
    log.error("nothing behind it", exc_info=(None, None, None))
    assert file.read_text(encoding="utf-8").splitlines()[0].endswith("nothing behind it")


def test_log_rotates_and_keeps_four_files(tmp_path, monkeypatch):
    monkeypatch.setattr(logs, "_BYTES", 2000)
    handler = logs.start(tmp_path)
    for number in range(500):
        log.warning("entry %s", number)
    logs.stop(handler)
    sizes = [p.stat().st_size for p in tmp_path.iterdir()]
    assert len(sizes) == 4
    assert max(sizes) <= 2000


def test_stop_ends_the_log(tmp_path):
    handler = logs.start(tmp_path)
    logs.stop(handler)
    log.warning("after the end")
    assert (tmp_path / logs.FILE).read_text(encoding="utf-8") == ""


def test_tail_gives_the_last_lines_or_none(tmp_path):
    assert logs.tail(tmp_path) == ()
    (tmp_path / logs.FILE).write_bytes(b"one\ntwo\nthr\xff\n")
    assert logs.tail(tmp_path, 2) == ("two", "thr\ufffd")


def test_crash_report_names_versions_place_and_harmless_message():
    try:
        raise RuntimeError('no such guest: "Åke Öberg"')
    except RuntimeError as error:
        report = logs.crash_report(error, version="1.2.3", recent=["told ake@example.org"])
    assert report.startswith("Networking App 1.2.3\nPython 3.")
    assert "\nSQLAlchemy 2." in report
    assert "support/test_logs.py:" in report
    assert "RuntimeError: no such guest: '…'\n" in report
    assert report.endswith("\ntold <e-mail>\n")


def test_crash_report_says_where_a_library_is_not_installed(monkeypatch):
    monkeypatch.setattr(logs, "_LIBRARIES", ("no-such-library",))
    report = logs.crash_report(RuntimeError(), version="1")
    assert "no-such-library not installed" in report


def test_crash_report_leaves_out_a_context_that_the_program_hid():
    def fail():
        try:
            raise KeyError("inner")
        except KeyError:
            raise ValueError("outer") from None

    with pytest.raises(ValueError, match="outer") as caught:
        fail()
    report = logs.crash_report(caught.value, version="1")
    assert "ValueError: outer" in report
    assert "KeyError" not in report


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("(x) [SQL: SELECT 1]\n[parameters: ('Aino', 'b]c')]\n(more)", "(x) […]\n[…]\n(more)"),
        ("at C:\\Users\\Aino Maija\\x and /home/aino/y", "at ~ Maija\\x and ~/y"),
        ("it's 12 rows in 2026", "it's 12 rows in 2026"),
        ("'Matti\\'s'", "'…'"),
    ],
)
def test_without_personal_data_takes_out_values_and_leaves_the_rest(text, clean):
    assert logs.without_personal_data(text) == clean


@given(st.text())
def test_without_personal_data_never_leaves_a_quoted_value(value):
    assert logs.without_personal_data(f"bad value {value!r}") == "bad value '…'"
