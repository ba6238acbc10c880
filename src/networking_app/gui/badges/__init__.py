"""The parts of the badges page: what is chosen, how it looks, on what paper, and the making."""
