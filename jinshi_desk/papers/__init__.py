"""Paper: a domain value, its typst page as PDF or SVG, and the editable .docx."""
