"""Exercises: simple functions with signature, docstring, body and tests, composed from small grammars.

`exercises` draws them. A family (`families/`) is a grammar of an operation and its variations. Each of its rules draws
a `Sketch`: names, parameters, wordings and equivalent bodies; many are composed of a source (what is gone through), a
condition, a transform and a fold (`fold_sketches`). `compose` adds one more operation to what a function returns.
`render` writes a sketch down and computes its tests by running the first body, the reference; `trainer.data.verify`
runs them against the body that was written.
"""

from trainer.data.exercises.families import BASIC, FAMILIES
from trainer.data.exercises.family import Family
from trainer.data.exercises.generate import exercises

__all__ = ["BASIC", "FAMILIES", "Family", "exercises"]
