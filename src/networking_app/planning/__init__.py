"""Meeting plans and rotations: pure and seeded."""
