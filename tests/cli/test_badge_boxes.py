"""networking-app badges: numbers and boxes."""

from __future__ import annotations

import pypdfium2


def test_badges_are_numbered_and_sorted_into_boxes(run, guests, tmp_path):
    answer = run(
        "-w", guests, "badges", tmp_path / "b.pdf", "--box-size", "1",
        "--labels", tmp_path / "boxes.pdf", "--json",
    )  # fmt: skip
    assert answer.code == 0
    assert answer.document["numbers"] == {"first": 1, "last": 2}
    assert answer.document["boxes"] == 2
    with pypdfium2.PdfDocument(tmp_path / "boxes.pdf") as document:
        words = document[0].get_textpage().get_text_bounded()
    assert "Box 2" in words


def test_size_of_boxes_stays_with_the_event_and_numbers_go_on(run, guests, tmp_path):
    out = tmp_path / "b.pdf"
    run("-w", guests, "badges", out, "--box-size", "5", "--json")
    again = run("-w", guests, "badges", out, "--printed", "--json").document
    assert (again["numbers"], again["boxes"]) == ({"first": 3, "last": 4}, 1)


def test_badges_that_are_only_drawn_are_not_noted(run, guests, tmp_path):
    answer = run("-w", guests, "badges", tmp_path / "b.pdf", "--json").document
    assert "numbers" not in answer
    first = run("-w", guests, "badges", tmp_path / "b.pdf", "--printed", "--json").document
    assert first["numbers"] == {"first": 1, "last": 2}
