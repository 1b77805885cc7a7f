"""What the page Label shows of examples that may be wrong."""
