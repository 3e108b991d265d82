"""Smaller files and smaller networks from a trained one: quantised weights, pruned parts."""
