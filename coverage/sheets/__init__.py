"""Sheets that people fill in and send back (.xlsx, .ods, .csv), read so that nothing they put in is lost silently."""
