"""Meta-testing: tests, comparisons, curves, and how reliable their figures are."""
