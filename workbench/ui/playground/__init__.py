"""The playground: benches on which a learner that learned to learn stands beside its twin that did not."""
