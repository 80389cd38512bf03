"""What rules ask of a parse: who does what to whom, and what form a predicate has."""
