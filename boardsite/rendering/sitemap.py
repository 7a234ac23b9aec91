"""The sitemap (sitemaps.org 0.9)."""

from __future__ import annotations

from boardsite.pages.site_files import SitemapView
from boardsite.rendering.xml import element


def sitemap(view: SitemapView) -> bytes:
    lines = ['<?xml version="1.0" encoding="utf-8"?>', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">']
    for entry in view.entries:
        changed = element("lastmod", entry.changed.isoformat()) if entry.changed else ""
        lines.append(f"<url>{element('loc', entry.address)}{changed}</url>")
    return ("\n".join([*lines, "</urlset>"]) + "\n").encode("utf-8")
