"""Programmes, their results and their course through time."""
