"""From the raw boundary files to the pieces."""
