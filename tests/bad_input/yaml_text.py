"""YAML as hands and programs write it, and as an attacker would: nothing is typed, run, expanded or cut in silence."""

from __future__ import annotations

from tests.bad_input.cases import Case, Private, Rejected, Survives, Told, in_contacts, in_news, news

LAUGHS = "a: &a [x, x]\n" + "".join(f"{c}: &{c} [*{p}, *{p}]\n" for p, c in zip("abcdefghi", "bcdefghij", strict=True))
MERGES = "a: &a {x: 1}\n" + "".join(f"{c}: &{c} {{<<: *{p}, <<: *{p}}}\n" for p, c in zip("abcdefghi", "bcdefghij", strict=True))  # fmt: skip

TEXTS = [
    ("tab", "\ttags: a\n", Rejected("settings.tab", 5)),
    ("tab-inside", "tags:\n\t- a\n", Rejected("settings.tab", 6)),
    ("colon", "summary: One: two\n", Rejected("settings.colon", 4)),
    ("quote-open", 'summary: "One\n', Rejected("settings.quote-open", 4)),
    ("quote-inside", "summary: 'It's time'\n", Rejected("settings.quote-inside", 4)),
    ("quote-closed-early", 'summary: "One" two\n', Rejected("settings.quote-inside", 4)),
    ("bracket-open", "tags: [a, b\n", Rejected("settings.bracket-open", 5)),
    ("brace-open", "tags: {a: b\n", Rejected("settings.bracket-open", 5)),
    ("bracket-closed-twice", "tags: [a]]\n", Rejected("settings.line-without-colon")),
    ("no-space", "summary:One\n", Rejected("settings.no-space")),
    ("line-without-colon", "and so on\n", Rejected("settings.line-without-colon")),
    ("at-first", "summary: @all\n", Rejected("settings.odd-first-letter", 4)),
    ("backtick-first", "summary: `all`\n", Rejected("settings.odd-first-letter", 4)),
    ("percent-first", "summary: %all\n", Rejected("settings.odd-first-letter", 4)),
    ("star-first", "summary: *new* dates\n", Rejected("settings.shared-value", 4)),
    ("ampersand-first", "summary: &new dates\nsummary2: *new\n", Rejected("settings.odd-first-letter")),
    ("mark-on-a-name", "&x tags: a\n", Rejected("settings.not-a-name", 5)),
    ("tab-after-a-colon", "tags: \t\n", Survives()),
    ("exclamation-first", "summary: !new dates\n", Rejected("settings.odd-first-letter")),
    ("backslash-path", 'summary: "S:\\new"\n', Rejected("settings.backslash", 4)),
    ("backslash-letter", 'summary: "\\q"\n', Rejected("settings.backslash", 4)),
    ("half-a-pair", 'summary: "\\ud800"\n', Rejected("settings.backslash", 4)),
    ("beyond-letters", 'summary: "\\U00110000"\n', Rejected("settings.backslash", 4)),
    ("indent-too-far", "summary: a\n   tags: b\n", Rejected("settings.line-without-colon")),
    ("name-list", "[a, b]: c\n", Rejected("settings.not-a-name")),
    ("name-question", "? a\n: b\n", Told("settings.unknown-name")),
    ("name-empty", ": b\n", Rejected("settings.line-without-colon", 5)),
    ("name-number", "1: b\n", Told("settings.unknown-name")),
    ("name-yes", "yes: b\n", Told("settings.unknown-name")),
    ("name-content", "content: b\n", Told("settings.unknown-name")),
    ("name-handler", "handler: b\n", Told("settings.unknown-name")),
    ("name-class", "__class__: b\n", Told("settings.unknown-name")),
    ("name-markup", '"<script>": b\n', Told("settings.unknown-name")),
    ("alias", "a: &x TOKEN\nb: *x\n", Rejected("settings.shared-value", 5)),
    ("alias-unknown", "summary: *x\n", Rejected("settings.shared-value", 4)),
    ("alias-of-itself", "tags: &x [*x]\n", Rejected("settings.odd-first-letter")),
    ("merge", "<<: {draft: no}\n", Rejected("settings.shared-value")),
    ("laughs", LAUGHS, Rejected("settings.odd-first-letter")),
    ("merges", MERGES, Rejected("settings.odd-first-letter")),
    ("deep-lists", f"tags: {'[' * 5000}\n", Rejected("settings.too-deep")),
    ("deep-settings", "a:\n" + "".join(f"{'  ' * n}a:\n" for n in range(1, 40)), Rejected("settings.too-deep")),
    ("deep-hyphens", f"tags:\n  {'- ' * 5000}a\n", Rejected("settings.too-deep")),
    ("many-values", f"tags: [{','.join('a' * 30_000)}]\n", Rejected("settings.too-deep")),
    ("python-call", "summary: !!python/object/apply:os.system ['true']\n", Rejected("settings.odd-first-letter")),
    ("python-name", "summary: !!python/name:os.system\n", Rejected("settings.odd-first-letter")),
    ("python-module", "summary: !!python/module:os TOKEN\n", Rejected("settings.odd-first-letter")),
    ("binary", "summary: !!binary VE9LRU4=\n", Rejected("settings.odd-first-letter")),
    ("set", "tags: !!set {a, b}\n", Rejected("settings.odd-first-letter")),
    ("hash-in-text", "summary: We are #1\n", Told("settings.cut-at-hash")),
    ("hash-at-start", "summary: #1 of all\n", Told("settings.cut-at-hash")),
    ("version-9", "%YAML 9.9\n", Rejected("settings.unreadable", 5)),
    ("folded", "summary: >\n  TOKEN one\n  two\n", Survives("TOKEN one two")),
    ("as-it-is", "summary: |\n  TOKEN one\n", Survives("TOKEN one")),
    ("as-it-is-outdented", "summary: |\n  one\n two\n", Rejected("settings.line-without-colon")),
    ("escapes", 'summary: "TOKEN \\u00e9\\u2026"\n', Survives("TOKEN \xe9\u2026")),
    ("controls", 'summary: "TOKEN\\u202e\\e[0m\\x07"\n', Survives("TOKEN[0m")),
    ("address-tokens", 'summary: "TOKEN\\ue0000\\ue001"\n', Survives("TOKEN0")),
    ("next-line", 'summary: "TOKEN\\Nb"\n', Survives("TOKENb")),
    ("flow", "tags: [Forum,\n  Early help]\n", Survives()),
    ("remark", "summary: TOKEN  # a remark\n", Survives()),
    ("empty-list", "tags: []\n", Survives()),
    ("tilde", "tags: ~\n", Survives()),
]  # fmt: skip

FILES = [
    ("yaml-two-documents", "contacts: []\n---\ncontacts: []\n", Rejected("settings.unreadable")),
    ("yaml-a-word", "TOKEN\n", Rejected("settings.not-settings", 1)),
    ("yaml-a-list", "- role: TOKEN\n  email: a@example.org\n", Rejected("settings.not-settings", 1)),
    ("yaml-json", '{"contacts": [{"role": "TOKEN", "email": "a@example.org"}]}', Survives()),
    ("yaml-fences", "---\ncontacts:\n  - role: TOKEN\n    email: a@example.org\n", Survives()),
    ("yaml-end-mark", "contacts:\n  - role: TOKEN\n    email: a@example.org\n...\n", Survives()),
    ("yaml-nothing", "# TOKEN\n", Private()),
    ("yaml-nul", "contacts: []\n\x00", Rejected("file.not-text")),
]  # fmt: skip

CASES: tuple[Case, ...] = (
    *(in_news(f"yaml-{name}", news(text), must) for name, text, must in TEXTS),
    *(in_contacts(name, text, must) for name, text, must in FILES),
)
