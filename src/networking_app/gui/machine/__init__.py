"""What this computer says of itself: power, sleep, disk, clock, files imported here."""
