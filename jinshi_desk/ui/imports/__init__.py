"""Bringing sheets in: the preview, its questions, one file after another."""
