"""What the problem of ratings is made of: its data, its network, its scores, and what it is compared with."""
