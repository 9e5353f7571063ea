"""The floor of starting: an empty window of the usual size, painted."""

import sys

from PySide6.QtWidgets import QApplication, QMainWindow

from benchmarks.first_paint import end_after_first_paint

app = QApplication(sys.argv)
window = QMainWindow()
window.resize(1366, 768)
end_after_first_paint(window)
window.show()
sys.exit(app.exec())
