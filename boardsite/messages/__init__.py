"""Every sentence we say to an editor, one function per code, grouped by the area that finds it.

House rules (docs/decisions/0011): one sentence of what is wrong, in British plain English, at most 80 characters
besides what was typed; one hint with something that would be accepted; never the location, never "invalid",
"error", "parse", "schema" or "please". Each function returns a finished Diagnostic, and its code is
`area.what-is-wrong`, permanent, with a folder of that name in tests/messages.
"""
