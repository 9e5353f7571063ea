"""The data file; the only package that imports peewee."""
