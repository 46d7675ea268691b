"""Sharing out the DUUP: keys, amounts with a receipt, how sure they are, and what they would shift.

Start with ``scenario.baseline``, change it with ``Scenario.with_key`` or ``dataclasses.replace``, and compute it
with ``result.allocate``. All amounts are whole euros; shares are exact fractions. Method: docs/method-allocation.md.
"""
