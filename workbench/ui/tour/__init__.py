"""The tour for somebody new: the five steps of the job, each shown where it is done."""
