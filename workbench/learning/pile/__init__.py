"""What unlabelled images add to a few examples, and which of them look like none of the classes."""
