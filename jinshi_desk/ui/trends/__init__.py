"""趋势: a year beside the last, as a chart with its figures beneath."""
