"""The floor of starting: an empty window of the usual size, painted; ``furnished``, with Qt's names."""

import sys

from PySide6.QtWidgets import QApplication, QMainWindow

from benchmarks.first_paint import end_after_first_paint

if sys.argv[1:] == ["furnished"]:
    from PySide6.QtCore import Qt  # noqa: F401

app = QApplication(sys.argv)
window = QMainWindow()
window.resize(1366, 768)
end_after_first_paint(window)
window.show()
sys.exit(app.exec())
