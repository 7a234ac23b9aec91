// A stand-in for GitHub's API over a folder of this machine: what the editing forms ask of it, and nothing else.
//
// Files are read from the folder at the start; commits change them in memory, and `committed` has what was committed, in base64.

import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

import { review } from "./pull_requests.mjs";

const TOKEN = "github_pat_stand-in";
const KEPT = ["content", "lscgs"];

/** Answer the API's requests of a context; gives {token, committed, messages, branches, pulls, unknown}. */
export async function standIn(context, root) {
  const files = new Map();
  for (const top of KEPT) for (const name of await walk(root, top)) files.set(name, await readFile(path.join(root, name)));
  const host = { token: TOKEN, files, committed: new Map(), removed: [], messages: [], unknown: [], asked: [], head: 1,
    branches: new Map(), pulls: [] };
  await context.route("https://api.github.com/**", async (route) => {
    const request = route.request();
    host.asked.push(request.url());
    if (request.method() === "OPTIONS") return route.fulfill({ status: 204, headers: crossOrigin(request) });
    const body = answer(host, request);
    if (body === undefined) host.unknown.push(`${request.method()} ${request.url()} ${request.postData() ?? ""}`.slice(0, 500));
    if (Buffer.isBuffer(body)) return route.fulfill({ status: 200, headers: crossOrigin(request), body });
    return route.fulfill({ status: body === undefined ? 404 : 200, headers: crossOrigin(request), json: body ?? {} });
  });
  return host;
}

const crossOrigin = (request) => ({
  "access-control-allow-origin": request.headers().origin ?? "*", "access-control-allow-headers": "*",
  "access-control-allow-methods": "*",
});

function answer(host, request) {
  const { pathname } = new URL(request.url());
  if (request.headers().authorization?.split(" ")[1] !== host.token) return undefined;
  if (pathname === "/user") return { id: 1, name: "Editor", login: "editor", email: "editor@example.org", avatar_url: "", html_url: "" };
  if (/\/collaborators\/editor$/.test(pathname)) return {};
  if (/\/git\/trees\//.test(pathname)) {
    return { tree: [...host.files].map(([name, content]) => ({ type: "blob", path: name, sha: sha(content), size: content.length })) };
  }
  const blob = /\/git\/blobs\/(\w+)$/.exec(pathname);
  if (blob) return [...host.files.values()].find((content) => sha(content) === blob[1]);
  const given = request.postData() ? JSON.parse(request.postData()) : undefined;
  return review(host, request.method(), pathname, given) ?? (pathname === "/graphql" ? graph(host, given) : undefined);
}

function graph(host, { query, variables }) {
  if (/createCommitOnBranch/.test(query)) return commit(host, query, variables);
  const aliases = [...query.matchAll(/(\w+):\s*(object\(oid:\s*"(\w+)"\)|ref\(qualifiedName)/g)];
  if (aliases.length) {
    const one = ([, , , oid]) => (oid ? { text: textOf(host, oid), isTruncated: false } : history(host));
    return { data: { repository: Object.fromEntries(aliases.map((alias) => [alias[1], one(alias)])) } };
  }
  if (/history\(first: 1\)/.test(query)) return { data: { repository: { ref: history(host) } } };
  if (/defaultBranchRef/.test(query)) return { data: { repository: { defaultBranchRef: { name: "main" } } } };
  return { data: { repository: {} } };
}

const oid = (host) => String(host.head).padStart(40, "0");
const history = (host) => ({ target: { history: { nodes: [{
  oid: oid(host), message: host.messages.at(-1) ?? "Begin", committedDate: "2016-06-28T10:00:00Z",
  author: { name: "Editor", email: "editor@example.org", user: { id: 1, login: "editor" } },
}] } } });

function textOf(host, wanted) {
  return [...host.files.values()].find((content) => sha(content) === wanted)?.toString("utf8") ?? null;
}

function commit(host, query, { input }) {
  host.head += 1;
  host.messages.push([input.message.headline, input.message.body].filter(Boolean).join("\n"));
  const waiting = host.branches.get(input.branch.branchName);
  for (const { path: name, contents } of input.fileChanges.additions ?? []) {
    if (waiting) waiting.set(name, contents);
    if (waiting) continue;
    host.files.set(name, Buffer.from(contents, "base64"));
    host.committed.set(name, contents);
  }
  for (const { path: name } of input.fileChanges.deletions ?? []) {
    if (waiting) continue;
    host.files.delete(name);
    host.removed.push(name);
  }
  const shas = [...query.matchAll(/(\w+):\s*file\(path:\s*"([^"]+)"\)/g)].map(([, alias, name]) => [alias, { oid: sha(waiting ? Buffer.from(waiting.get(name), "base64") : host.files.get(name)) }]);
  return { data: { createCommitOnBranch: { commit: { oid: oid(host), committedDate: "2016-06-28T10:00:00Z", ...Object.fromEntries(shas) } } } };
}

const sha = (content) => createHash("sha1").update(`blob ${content.length}\0`).update(content).digest("hex");

export async function walk(root, folder) {
  const found = [];
  for (const entry of await readdir(path.join(root, folder), { withFileTypes: true })) {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) found.push(...await walk(root, name));
    else found.push(name);
  }
  return found;
}
