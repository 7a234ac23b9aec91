// The letters of a text that somebody typed or pasted. Word and web pages bring letters along that nobody sees and that
// neither YAML (1.2 section 5.1) nor iCalendar (RFC 5545 section 3.1) allows in a file, or that the site leaves out
// (`without_controls` in boardsite/text.py).

const BREAKS = /[\v\f\u0085\u2028\u2029]/g;
const UNSEEN =
  /[\0-\x08\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ue000-\uf8ff\ufffe\uffff]|\p{Cs}/gu; // \p{Cs}: half of a letter

/** Return a text that every file can hold: line ends alike, none at its ends, no letters that nobody sees. */
export const mended = (text) =>
  String(text ?? "").replace(/\r\n?/g, "\n").replace(BREAKS, " ").replace(UNSEEN, "").trim();
