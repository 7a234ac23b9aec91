// The frame of every page: head, header, urgent help, groups, breadcrumbs, footer.
const { escape } = require("./words.js");
const BASE = "https://lscg.example.org";
const tops = new Map();

function head(section) {
  return `<meta property="og:site_name" content="Sample Safeguarding Board">
<meta property="og:type" content="website">
<meta property="og:locale" content="en_GB">
<meta property="og:image" content="${BASE}/images/share-${section.key}.png">
<meta property="og:image:alt" content="${escape(section.name)}, Sample Safeguarding Board">
<meta property="og:image:width" content="1200">
<meta property="og:image:height" content="630">
<meta name="twitter:card" content="summary_large_image">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#123b52">
<meta name="format-detection" content="telephone=no">
<link rel="icon" type="image/svg+xml" href="/assets/icon.svg">
<link rel="stylesheet" href="/assets/site.css">
<link rel="alternate" type="application/atom+xml" title="News of ${escape(section.name)}" href="${section.address}news.xml">
<link rel="alternate" type="text/calendar" title="Calendar of ${escape(section.name)}" href="${section.address}calendar.ics">
<script src="/assets/freshness.js" defer></script>`;
}

function top(section, groups) {
  const current = (each) => each.key === section.key;
  return `<a class="app-skip-link" href="#main">Skip to the main content</a>

<header class="app-header">
  <div class="app-header__ribbon" aria-hidden="true">
${groups.map((each) => `    <span class="app-header__length app-theme-${each.theme}${current(each) ? " app-header__length--current" : ""}"></span>`).join("\n")}
  </div>
  <div class="app-header__inner app-width">
    <p class="app-header__name"><a class="app-header__home" href="/">Sample Safeguarding Board</a></p>
    <nav class="app-header__navigation" aria-label="Main">
      <ul class="app-header__list">
        <li><a class="app-header__link" href="/news/">News</a></li>
        <li><a class="app-header__link" href="/calendar/">Calendar</a></li>
        <li><a class="app-header__link" href="/lscgs/"${section.key ? ' aria-current="true"' : ""}>Local groups</a></li>
        <li><a class="app-header__link" href="/contacts/">Contacts</a></li>
        <li><a class="app-header__link" href="/search/">Search</a></li>
      </ul>
    </nav>
  </div>
</header>

<section class="app-urgent" aria-labelledby="app-urgent-heading">
  <div class="app-urgent__inner app-width">
    <h2 class="app-urgent__heading" id="app-urgent-heading">Worried about a child?</h2>
    <ul class="app-urgent__lines">
      <li class="app-urgent__line">
        <span class="app-urgent__words">If a child is in danger now, call</span>
        <a class="app-urgent__number app-urgent__number--emergency" href="tel:999">999</a>
      </li>
      <li class="app-urgent__line">
        <span class="app-urgent__words">Sample council</span>
        <a class="app-urgent__number" href="tel:+441632960123">01632 960123</a>
      </li>
    </ul>
    <p class="app-urgent__more"><a class="app-urgent__link" href="/worried-about-a-child/">All the ways to get help</a></p>
  </div>
</section>

<nav class="app-group-switcher" aria-label="Local groups">
  <details class="app-width">
    <summary class="app-group-switcher__summary">
      ${section.key ? `<span class="app-group-switcher__here app-theme-${section.theme}">${escape(section.name)}</span>
      <span class="app-group-switcher__change">Change group</span>` : '<span class="app-group-switcher__change">Choose your local group (Local Group)</span>'}
    </summary>
    <ul class="app-group-switcher__list">
${groups.map((each) => `      <li><a class="app-group-switcher__link app-theme-${each.theme}" href="${each.address}"${current(each) ? ' aria-current="true"' : ""}>${escape(each.name)}</a></li>`).join("\n")}
      <li><a class="app-group-switcher__link app-group-switcher__link--all" href="/lscgs/">All Local Groups and places A to Z</a></li>
    </ul>
  </details>
</nav>
`;
}

const FOOTER = `<footer class="app-footer">
  <div class="app-footer__inner app-width">
    <nav class="app-footer__links" aria-label="About this site">
      <ul class="app-footer__list">
        <li><a class="app-footer__link" href="/search/">A to Z</a></li>
        <li><a class="app-footer__link" href="/accessibility/">Accessibility statement</a></li>
      </ul>
    </nav>
    <div class="app-footer__who">
      <p class="app-footer__name">Sample Safeguarding Board</p>
      <p>Phone: <a class="app-footer__contact" href="tel:+441632960100">01632 960100</a></p>
      <p>Email: <a class="app-footer__contact" href="mailto:office@example.org">office@example.org</a></p>
    </div>`;

// crumbs: [title, address] from the section down.
function base(section, groups, { title, address, kind, description, crumbs = [], main }) {
  if (!tops.has(section.key)) tops.set(section.key, [head(section), top(section, groups)]);
  const [ownHead, ownTop] = tops.get(section.key);
  const way = address === "/" ? [] : [["Home", "/"]];
  if (section.key) way.push(["Local Groups", "/lscgs/"]);
  if (section.key && address !== section.address) way.push([section.name, section.address]);
  way.push(...crumbs);
  const said = escape(description || `${title}: what it is and what is on at the ${section.name}.`);
  const steps = [...way, [title, address]].map(([name, item], at) => ({ "@type": "ListItem", position: at + 1, name, item: BASE + item }));
  return `<!DOCTYPE html>
<html lang="en-GB" data-zone="Europe/London">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}${section.key && title !== section.name ? ` – ${escape(section.name)}` : ""} – Sample Safeguarding Board</title>
<meta name="description" content="${said}">
<link rel="canonical" href="${BASE}${address}">
<meta property="og:title" content="${escape(title)}">
<meta property="og:description" content="${said}">
<meta property="og:url" content="${BASE}${address}">
${ownHead}
${kind !== "poster" && way.length ? `<script type="application/ld+json">${JSON.stringify({ "@context": "https://schema.org", "@type": "BreadcrumbList", itemListElement: steps })}</script>` : ""}
</head>
<body class="app-theme-${section.theme}" data-page="${kind}">
${ownTop}
${way.length ? `<nav class="app-breadcrumbs app-width" aria-label="Where you are">
  <ol class="app-breadcrumbs__list">
${way.map(([name, to]) => `    <li class="app-breadcrumbs__item"><a class="app-breadcrumbs__link" href="${to}">${escape(name)}</a></li>`).join("\n")}
  </ol>
</nav>` : ""}
<main class="app-main app-width" id="main" tabindex="-1">
${main}
</main>
${FOOTER}
    <p class="app-made-on app-print-only">${BASE}${address}</p>
  </div>
</footer>

</body>
</html>
`;
}

module.exports = { BASE, base };
