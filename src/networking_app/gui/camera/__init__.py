"""Reads codes with a camera: devices, frames, the reader, and the panel that shows its picture."""
