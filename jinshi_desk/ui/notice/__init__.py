"""What the notices of months, quarters and years share on the screen: checks, sentences, pages, files."""
