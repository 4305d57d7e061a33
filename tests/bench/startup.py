"""Start to a usable window, with the sample open, against a bare PySide6 window."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which

from roadmap_desktop.journey.sample import sample_workshop
from tests.bench.table import Measured, paired

BARE = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication(sys.argv)
window = QWidget()
window.resize(1366, 768)
"""
OURS = """
import sys
from roadmap_desktop.app import application, started
window = started(sys.argv[1:])
app = application()
"""
SHOWN = """
from PySide6.QtCore import QEvent, QObject, QTimer
class Eye(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, app.quit)
        return False
eye = Eye()
window.installEventFilter(eye)
window.show()
app.exec()
import os
os._exit(0)
"""


def startup(runs: int = 7) -> Measured:
    """From starting the process to the first painted window and an idle event loop."""
    with tempfile.TemporaryDirectory() as folder, display() as environment:
        path = Path(folder) / "sample.roadmap"
        sample_workshop(path).close()
        environment["XDG_DATA_HOME"] = folder
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # what is installed is compiled, once

        def start(program: str) -> None:
            call = [sys.executable, "-c", program + SHOWN, str(path)]
            subprocess.run(call, env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

        ratio = paired(lambda: start(OURS), lambda: start(BARE), runs)
    return Measured("start to a usable window, sample open", "a bare PySide6 window", 4, ratio)


@contextmanager
def display() -> Iterator[dict[str, str]]:
    """An environment with a screen: a virtual one where there is Xvfb, else Qt's own offscreen one."""
    if which("Xvfb") is None:
        yield {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        return
    call = ["Xvfb", "-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]
    with subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        number = server.stdout.readline().strip()
        try:
            yield {**os.environ, "QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{number}"}
        finally:
            server.terminate()
