"""The playground: a learner that learned to learn beside its twin that did not, on tasks that a person makes up."""
