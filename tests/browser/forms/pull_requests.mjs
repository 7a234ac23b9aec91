// What the stand-in of the Git host knows of branches and pull requests, for forms whose changes wait for somebody's
// yes. Commits to such a branch change no file of the published one.

const WHOLE = "example-board/site";

/** Answer a question of GitHub's API by a path (REST) or a query (GraphQL), or give undefined where it is none of ours. */
export function review(host, method, pathname, given) {
  if (pathname === "/graphql") return asked(host, given);
  if (method === "POST" && pathname === `/repos/${WHOLE}/pulls`) return opened(host, given);
  const [, number] = new RegExp(`^/repos/${WHOLE}/issues/(\\d+)(?:/labels)?$`).exec(pathname) ?? [];
  if (!number) return undefined;
  const pull = host.pulls[number - 1];
  if (given) pull.labels = given.labels;
  return { labels: pull.labels.map((name) => ({ name })) };
}

function asked(host, { query, variables }) {
  if (/createRef\(/.test(query)) {
    host.branches.set(variables.input.name.replace("refs/heads/", ""), new Map());
    return { data: { createRef: { ref: { name: variables.input.name } } } };
  }
  if (/fork: repository/.test(query)) {
    return { data: { fork: { id: "R_site" }, base: { ref: { target: { oid: String(host.head).padStart(40, "0") } } } } };
  }
  if (/markPullRequestReadyForReview/.test(query)) {
    host.pulls[variables.input.pullRequestId.replace("PR_", "") - 1].isDraft = false;
    return { data: { markPullRequestReadyForReview: { pullRequest: { isDraft: false } } } };
  }
  return /pullRequests\(\s*states: OPEN/.test(query) ? { data: { repository: { pullRequests: { nodes: [] } } } } : undefined;
}

function opened(host, { title, head, base, draft }) {
  const number = host.pulls.push({ title, head, base, isDraft: draft, labels: [] });
  return {
    number, node_id: `PR_${number}`, title, html_url: `https://github.com/${WHOLE}/pull/${number}`, head: { sha: String(host.head).padStart(40, "0") },
    created_at: "2016-06-28T10:00:00Z", updated_at: "2016-06-28T10:00:00Z",
  };
}
