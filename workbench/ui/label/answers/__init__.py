"""How what a person presses becomes an answer."""
