"""How far a round is, for everybody: response per region, who names whom, and what is asked again when."""
