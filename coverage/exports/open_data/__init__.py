"""Files at fixed addresses, for programs: the package, the status per municipality, borders, and standards."""
