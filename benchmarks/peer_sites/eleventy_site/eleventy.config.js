// News, events and their lists; every page that is not a Markdown file comes out of site/lists.11ty.js.
const newestFirst = (a, b) => b.date - a.date || (a.url < b.url ? -1 : 1);

module.exports = function (config) {
  config.addPassthroughCopy({ static: "/" });
  config.addCollection("news", (api) => api.getFilteredByGlob("site/**/news/*.md").sort(newestFirst));
  config.addCollection("events", (api) => api.getFilteredByGlob("site/**/events/*.md"));
  return { dir: { input: "site", output: "public" }, markdownTemplateEngine: false };
};
