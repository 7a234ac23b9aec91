// A built folder over http on the loopback, as a host would serve it: index.html of folders, 404.html, and the
// headers of its own _headers file, so that the content security policy is the one that visitors get.

import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { gzipSync } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
  ".json": "application/json", ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg",
  ".webp": "image/webp", ".ico": "image/x-icon", ".ics": "text/calendar; charset=utf-8", ".txt": "text/plain",
  ".xml": "application/xml", ".pdf": "application/pdf", ".vcf": "text/vcard; charset=utf-8",
  ".webmanifest": "application/manifest+json",
};

const TEXT = /^text\/|json|xml|svg/;

/** Start serving; gives the origin ("http://127.0.0.1:40123") and close(). `packs`: whether texts are compressed. */
export async function serve(dist, { packs = false } = {}) {
  const root = path.resolve(dist);
  const rules = headerRules(await readFile(path.join(root, "_headers"), "utf8").catch(() => ""));
  const server = createServer((request, response) => {
    answer(root, rules, new URL(request.url, "http://x").pathname, response, packs).catch(() => response.destroy());
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

async function answer(root, rules, pathname, response, packs) {
  let file = path.join(root, decodeURIComponent(pathname));
  if (file !== root && !file.startsWith(root + path.sep)) file = path.join(root, "404.html");
  if (await isFolder(file)) {
    if (!pathname.endsWith("/")) {
      response.writeHead(301, { location: `${pathname}/` });
      return response.end();
    }
    file = path.join(file, "index.html");
  }
  const found = await readFile(file).catch(() => null);
  const body = found ?? (await readFile(path.join(root, "404.html")).catch(() => Buffer.from("not found")));
  const type = found ? TYPES[path.extname(file)] ?? "application/octet-stream" : TYPES[".html"];
  const isPacked = packs && TEXT.test(type);
  const packing = isPacked ? { "content-encoding": "gzip" } : {};
  response.writeHead(found ? 200 : 404, { ...headersFor(rules, pathname), "content-type": type, ...packing });
  return response.end(isPacked ? gzipSync(body) : body);
}

const isFolder = (file) => stat(file).then((found) => found.isDirectory(), () => false);

/** Read the _headers format: a path pattern at the margin, its headers indented under it. */
function headerRules(text) {
  const rules = [];
  for (const line of text.split(/\r?\n/)) {
    if (!line.trim() || line.trim().startsWith("#")) continue;
    if (/^\S/.test(line)) {
      const pattern = line.trim().replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*");
      rules.push({ pattern: new RegExp(`^${pattern}$`), headers: [] });
    } else {
      const [name, ...value] = line.trim().split(":");
      rules.at(-1)?.headers.push([name.toLowerCase(), value.join(":").trim()]);
    }
  }
  return rules;
}

function headersFor(rules, pathname) {
  const headers = Object.fromEntries(rules.filter((r) => r.pattern.test(pathname)).flatMap((r) => r.headers));
  delete headers["strict-transport-security"]; // we are on plain http here
  const policy = headers["content-security-policy"];
  if (policy) headers["content-security-policy"] = policy.replace(/;?\s*upgrade-insecure-requests/, "");
  return headers;
}
