"""What is chosen on the page Label, kept while the page is built anew."""
