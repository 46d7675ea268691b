"""The data in the standards of their field: HSDS for directories, DCAT-AP-NL and schema.org for data portals."""
