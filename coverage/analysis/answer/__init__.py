"""The questions that parliament asks, answered from the data of a date, every sentence with its sources."""
