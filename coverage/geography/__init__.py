"""Where things are: the lineage of municipalities, their areas and regions, and their names."""
