// For calls.mjs: makes the entries ready and ranks them in one call.
window.rankOnce = (entries, text) => window.finding.rank(window.finding.prepare(entries), text);
