"""Learning to learn: episodes, encoders, approaches and the loop that trains them. Knows only torch."""
