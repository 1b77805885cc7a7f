"""Controls that more than one page uses: buttons, fields, tables, text."""
