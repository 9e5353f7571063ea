"""The office itself: its first start and its settings."""
