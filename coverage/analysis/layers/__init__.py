"""Money, rules, provision and use, each a state per municipality."""
