"""The settings of the site for Pelican: the news, its lists, topics, years and feeds, and pages that are ready-made."""

SITENAME = "Sample Safeguarding Board"
SITEURL = "https://lscg.example.org"
PATH = "content"
OUTPUT_PATH = "public"
THEME = "theme"
THEME_STATIC_DIR = "."
TIMEZONE = "Europe/London"
DEFAULT_LANG = "en"
CACHE_CONTENT = True
LOAD_CONTENT_CACHE = True
PAGE_PATHS = ["pages"]
ARTICLE_EXCLUDES = ["pages"]
STATIC_PATHS: list[str] = []
DIRECT_TEMPLATES = ["index"]
AUTHOR_SAVE_AS = ""
ARTICLE_URL = "{category}/news/{slug}/"
ARTICLE_SAVE_AS = "{category}/news/{slug}/index.html"
CATEGORY_URL = "{slug}/news/"
CATEGORY_SAVE_AS = "{slug}/news/index.html"
TAG_URL = "tags/{slug}/"
TAG_SAVE_AS = "tags/{slug}/index.html"
YEAR_ARCHIVE_URL = "news/{date:%Y}/"
YEAR_ARCHIVE_SAVE_AS = "news/{date:%Y}/index.html"
DEFAULT_PAGINATION = 20
PAGINATED_TEMPLATES = {"index": 20, "category": 20}
PAGINATION_PATTERNS = (
    (1, "{base_name}/", "{base_name}/index.html"),
    (2, "{base_name}/page-{number}/", "{base_name}/page-{number}/index.html"),
)
FEED_ALL_ATOM = "news.xml"
CATEGORY_FEED_ATOM = "{slug}/news.xml"
FEED_MAX_ITEMS = 30
TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
