"""The story for the knowledge meeting, as slides."""
