"""What the product said on the day of a meeting, and what is different since."""
