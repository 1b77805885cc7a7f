"""Where many trainings are computed: in this process, in processes of their own here, on a cluster."""
