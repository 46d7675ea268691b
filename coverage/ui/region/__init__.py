"""The page of a DUUP region, and the list of all regions."""
