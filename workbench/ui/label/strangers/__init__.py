"""What the page Label shows of images that are of none of the classes."""
