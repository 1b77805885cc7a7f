"""Every approach on Omniglot beside its paper's figures, on two splits of its classes.

Lake et al., 2015, 28 pixels. `alphabets`: learned from 868 background classes, tested on the 659 evaluation classes as
they are, whose alphabets were never seen; 5-way 1-shot. `characters`, as the papers have it (Vinyals et al., 2016): of
all 1,623 classes 1,200 are drawn to learn from and the other 423 to test on, and turned ones count as new in both.
Classes turned by 90°, 180° and 270° are classes of their own while learning. The best checkpoint is chosen on about 100
classes of those to learn from.

All that is planned, two networks at a time, one thread each; what was killed goes on when it is started again:
    python -m tests.benchmarks.fidelity FOLDER --all --hours 16 --figures figures.jsonl
One of them: python -m tests.benchmarks.fidelity FOLDER --only characters/maml-20w1s --figures figures.jsonl
The page: python -m tests.benchmarks.fidelity --table figures.jsonl > tests/benchmarks/FIDELITY.md
"""
