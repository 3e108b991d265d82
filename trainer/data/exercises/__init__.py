"""Exercises: simple functions with signature, docstring, body and tests, composed from small grammars.

`exercises` draws them. A family (`families/`) is a grammar of an operation and its variations. Each of its rules draws a
`Sketch`: names, parameters, wordings and equivalent bodies; `render` writes one down and computes its tests by running
the sketch's first body, the reference.
"""

from trainer.data.exercises.families import FAMILIES
from trainer.data.exercises.family import Family
from trainer.data.exercises.generate import exercises

__all__ = ["FAMILIES", "Family", "exercises"]
