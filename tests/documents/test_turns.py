"""Documents drawn by several threads at once come out like those drawn alone."""

from __future__ import annotations

import subprocess
import sys
import threading
import time

from networking_app.documents.turns import one_at_a_time

# In a process of its own: what goes wrong is the first use of the fonts.
PROGRAM = """
import io
import sys
from concurrent.futures import ThreadPoolExecutor
from networking_app.documents.badges import layout, sheet
from networking_app.documents.badges.draw import draw_badges
from networking_app.domain.badges import BadgeEvent, BadgeFace

FACES = [BadgeFace(str(n), "Måret", f"Öst {n}", category="Guest", code="A" * 10) for n in range(9)]

def drawn(_number):
    out = io.BytesIO()
    draw_badges(FACES, BadgeEvent("Day"), out, layout=layout.load("classic"),
                sheet=sheet.load("a4-10"))
    return out.getvalue()

sys.setswitchinterval(1e-6)
with ThreadPoolExecutor(6) as threads:
    print(len(set(threads.map(drawn, range(12)))))
"""


def test_the_first_documents_may_be_drawn_by_several_threads():
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False, timeout=120
    )

    assert (done.stdout.strip(), done.stderr) == ("1", "")


def test_calls_of_different_functions_wait_for_each_other():
    inside, most = [], []

    @one_at_a_time
    def first():
        inside.append(1)
        most.append(len(inside))
        time.sleep(0.01)
        inside.pop()

    @one_at_a_time
    def second():
        first()

    threads = [threading.Thread(target=work) for work in (first, second) * 4]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert most == [1] * 8
