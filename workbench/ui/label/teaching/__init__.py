"""What the page Label says about the decisions that proposals rest on."""
