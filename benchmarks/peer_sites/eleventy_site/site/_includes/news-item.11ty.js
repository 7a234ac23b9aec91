const { BASE, base } = require("../../parts/base.js");
const known = require("../../parts/known.js");
const { heading, links, mark, newsList } = require("../../parts/rows.js");
const { escape, iso, long, slug } = require("../../parts/words.js");

const related = new Map();

function among(all, tags) {
  const key = tags.join();
  if (!related.has(key)) {
    const [one, other] = tags.map((tag) => all.tags.get(tag));
    const both = one.filter((item) => item.data.tags.includes(tags[1]));
    related.set(key, [...new Set([...both.slice(0, 4), ...one.slice(0, 4), ...other.slice(0, 4)])].slice(0, 4));
  }
  return related.get(key);
}

module.exports = function (data) {
  const all = known(data);
  const section = all.sections.get(data.group || "");
  const { older, newer } = all.neighbours.get(data.page.url);
  const neighbour = (item) => [item && item.url, item && item.data.title];
  const day = iso(data.page.date);
  const about = {
    "@context": "https://schema.org", "@type": "NewsArticle", headline: data.title, url: BASE + data.page.url,
    datePublished: day, description: data.summary, author: { "@type": "Organization", name: section.name, url: BASE + section.address },
  };
  const main = `<article class="app-stack app-measure">
${heading(data.title)}
<p class="app-quiet"><time datetime="${day}">${long(day)}</time> ${mark(section)}</p>
<div class="app-prose">
${data.content}
</div>
<div class="app-topics">
  <p class="app-topics__label">Topics</p>
  <ul class="app-topics__list">
${data.tags.map((tag) => `    <li><a class="app-topics__link" href="/tags/${slug(tag)}/">${escape(tag)}</a></li>`).join("\n")}
  </ul>
</div>
</article>
<section class="app-section" aria-labelledby="app-related">
  <h2 id="app-related">Related news</h2>
  ${newsList(all, among(all, data.tags).filter((item) => item.url !== data.page.url).slice(0, 3), 3, true)}
</section>
${links("More news", [["previous", ...neighbour(older)], ["next", ...neighbour(newer)]])}
<script type="application/ld+json">${JSON.stringify(about)}</script>`;
  const crumbs = [[section.key ? `${section.name} news` : "News", `${section.address}news/`]];
  return base(section, data.sections.slice(1), { title: data.title, address: data.page.url, kind: "news-item", description: data.summary, crumbs, main });
};
