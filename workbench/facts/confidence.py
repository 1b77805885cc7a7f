"""From which confidence on an answer is called sure."""

SURE = 0.9  # Asking a person about one that is surer teaches little.
