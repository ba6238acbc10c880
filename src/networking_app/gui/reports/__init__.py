"""The parts of the reports page: the cards, the panel with the real page, and the making."""
