"""The look: tokens, theme, style sheet, icons and class marks."""
