// A calendar file and an event with nothing in it yet: what every one must have (RFC 5545 sections 3.4 and 3.6.1).

/** Return the text of a calendar without events. */
export const blankCalendar = (facts) =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:${facts.producer}`, "CALSCALE:GREGORIAN", "END:VCALENDAR", ""].join("\r\n");

/** Return the lines of an event that is still to be filled; its start is a placeholder. */
export const blankEvent = (uid, stamp, facts) => [
  "BEGIN:VEVENT", `UID:${uid}`, `DTSTAMP:${stamp}`, `DTSTART;TZID=${facts.zone}:19700101T000000`, "SEQUENCE:0", "END:VEVENT",
];
