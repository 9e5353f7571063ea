"""What a clerk can do, one module per journey; the window and the command line both call these."""
