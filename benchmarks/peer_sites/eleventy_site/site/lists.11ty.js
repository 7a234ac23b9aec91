// Every page and file that no Markdown file stands for, from _data/lists.json.
const pages = require("../parts/pages.js");

module.exports = {
  data: {
    pagination: { data: "lists", size: 1, alias: "list" },
    permalink: (data) => data.list.address,
    eleventyImport: { collections: ["news", "events"] },
  },
  render: (data) => pages(data),
};
