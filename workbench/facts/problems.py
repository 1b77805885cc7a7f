"""The problems beside images, in the order users see them, and what each is called.

A new one is a line here and a file of its own, `workbench/learning/problems/NAME.py`.
"""

from types import MappingProxyType

from workbench.words import marked

PROBLEM_TITLES = MappingProxyType({"curves": marked("Curves")})
