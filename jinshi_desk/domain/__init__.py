"""The office's rules: plain values and pure functions, knowing no screen, table or printer."""
