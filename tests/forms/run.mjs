// Runs jobs over the forms' own modules: one process for many. Reads {"facts", "jobs"} from its input, prints results.
//
// A job is {"do": "read" | "write" | …, …}; the answer is {"result"} or {"refused": "the sentence"}.

import { readFileSync } from "node:fs";

import * as jobs from "./jobs.mjs";

const { facts, jobs: wanted } = JSON.parse(readFileSync(0, "utf8"));
const machine = { now: () => new Date("2016-06-28T10:00:00Z"), uid: () => `made-${(machine.count += 1)}@forms`, count: 0 };

const answers = wanted.map((job) => {
  try {
    return { result: jobs[job.do](job, facts, machine) };
  } catch (problem) {
    if (!["NotEditable", "NotReadable"].includes(problem.constructor.name)) throw problem;
    return { refused: problem.message };
  }
});
process.stdout.write(JSON.stringify(answers));
