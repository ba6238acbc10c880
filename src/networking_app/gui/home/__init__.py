"""The parts of the Event page: first steps, and cards that say how the day goes."""
