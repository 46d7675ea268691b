"""What municipalities answer: rounds, one append-only log of events, its storage, and the rows that follow from it.

The log is the truth and everything else a view of it (docs/inventory-model.md). This part knows no screen, no map and
no status: what an acceptance does to the map is worked out above it, in :mod:`coverage.analysis.inventory_effect`.
"""
