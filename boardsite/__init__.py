"""The generator of the LSCG locality sites: a folder of Markdown, YAML and iCalendar files in, a static site out.

docs/architecture.md shows how the modules fit; pipeline.py is the table of contents.
"""
