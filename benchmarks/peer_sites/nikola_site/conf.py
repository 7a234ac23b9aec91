"""The settings of the site for Nikola: the news, its lists, topics, years and feeds."""

BLOG_TITLE = BLOG_AUTHOR = BLOG_DESCRIPTION = "Sample Safeguarding Board"
BLOG_EMAIL = "office@example.org"
SITE_URL = "https://lscg.example.org/"
DEFAULT_LANG = "en"
TIMEZONE = "Europe/London"
FUTURE_IS_NOW = True
THEME = "plain"
OUTPUT_FOLDER = "public"
# With what is kept for the next build, instead of beside it.
DOIT_CONFIG = {"dep_file": "cache/doit.db"}
POSTS = (("content/*.md", "", "post.tmpl"),)
PAGES = ()
COMPILERS = {"markdown": (".md",)}
MARKDOWN_EXTENSIONS = ["markdown.extensions.tables"]
DEMOTE_HEADERS = 0
FILES_FOLDERS = {"static": ""}
IMAGE_FOLDERS: dict[str, str] = {}
GALLERY_FOLDERS: dict[str, str] = {}
LISTINGS_FOLDERS: dict[str, str] = {}
COPY_SOURCES = False
USE_BUNDLES = False
ENABLE_AUTHOR_PAGES = False
COMMENT_SYSTEM = ""
DATE_FORMAT = "d MMMM yyyy"
INDEX_DISPLAY_POST_COUNT = 20
INDEXES_PRETTY_PAGE_URL = ["page-{number}", "{index_file}"]
ARCHIVE_PATH = "news"
ARCHIVE_FILENAME = "index.html"
CATEGORY_PATH = "lscgs"
CATEGORY_PREFIX = ""
CATEGORY_PAGES_ARE_INDEXES = True
TAG_PATH = "tags"
FEED_LENGTH = 30
FEED_TEASERS = False
DISABLED_PLUGINS = [
    "copy_assets",
    "create_bundles",
    "render_galleries",
    "render_listings",
    "robots",
    "scale_images",
]
