"""核对单 in the window."""
