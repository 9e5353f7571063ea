"""津市组工信息台: the desk of an organization department's research office."""

__version__ = "0.1.0"
