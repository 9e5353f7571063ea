"""审批表: which drafts of the month have their form on file."""
