"""The form in which organisations answer, at ``/opgave``: plain pages from the server, which need no scripts.

What may be answered, by whom and how it is kept is decided in :mod:`coverage.inventory`; here are pages and words.
"""

PATH = "opgave"
