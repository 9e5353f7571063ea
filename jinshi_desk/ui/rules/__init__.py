"""考核规则 in the window: the versions there are, one being written, on paper, and rehearsed."""
