"""Opening the stress workshop until the rail is complete, against reading the same rows with sqlite3; its memory."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from sqlite3 import connect

from roadmap_desktop.app import wake_collector
from roadmap_desktop.journey.stages import STAGES, standing
from roadmap_desktop.journey.workshop import new_workshop
from roadmap_desktop.model.every import kinds
from roadmap_desktop.store.document import Document
from tests.bench.stress import noon, stress_workshop
from tests.bench.table import Measured, paired

READ = tuple(kinds())
WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from roadmap_desktop.app import application, started
from roadmap_desktop.journey.stages import STAGES
window = started(sys.argv[1:])
app = application()
window.show()
look = QTimer()
look.timeout.connect(lambda: len(window.page.standings()) == len(STAGES) and app.quit())
look.start(20)
app.exec()
app.processEvents()
status = Path("/proc/self/status").read_text()  # getrusage would tell the peak of the process that started this one
print(next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")) // 1024, flush=True)
import os
os._exit(0)
"""


def opening(runs: int = 5) -> Iterator[Measured]:
    """The two lines of the table."""
    path = stress_workshop()
    wake_collector()  # as the window does

    def open_it() -> None:
        document = Document.open(path, noon, read_only=True)
        for stage in STAGES:
            standing(document, stage.key)
        document.close()

    def read() -> None:
        plain = connect(path)
        for kind in READ:
            plain.execute(f'SELECT * FROM "{kind}"').fetchall()
        plain.close()

    yield Measured("open the stress workshop, rail complete", "its rows by sqlite3", 3, paired(open_it, read, runs))
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder) / "empty.roadmap"
        new_workshop(empty, district="Empty", clock=noon).close()
        more = _megabytes(path, folder) - _megabytes(empty, folder)
    yield Measured("memory of the stress workshop, rail complete", "the window on an empty workshop", 250, more, "MB")


def _megabytes(path: Path, home: str) -> float:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_DATA_HOME": home, "XDG_CONFIG_HOME": home}
    call = [sys.executable, "-c", WINDOW, str(path)]
    done = subprocess.run(call, env=environment, check=True, capture_output=True, text=True)
    return float(done.stdout.split()[-1])
