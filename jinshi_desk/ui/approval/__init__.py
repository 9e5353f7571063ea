"""审批表: the month's forms on their way through the signatures, and the drafts that have none."""
