"""More like what somebody picked: what they want, what they do not, and the pile in the order in which they would."""
