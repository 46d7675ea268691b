"""Where in the Netherlands can a sex worker who wants to leave the trade get a programme?

The package hides the test tool of the same name; see docs/decisions.md.
"""
