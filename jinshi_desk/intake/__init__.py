"""Text and facts out of the files a unit sends."""
