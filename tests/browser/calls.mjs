// Calls functions of the theme's scripts without a page: node calls.mjs '{"scripts": […], "calls": [[name, [arguments]]]}'

import { readFile } from "node:fs/promises";
import vm from "node:vm";

const { scripts, calls } = JSON.parse(process.argv[2]);
const window = {};
const context = vm.createContext({ window });
for (const script of scripts) vm.runInContext(await readFile(script, "utf8"), context, { filename: script });
const answers = calls.map(([name, values]) => {
  const [room, ...way] = name.split(".");
  return way.reduce((found, part) => found[part], window[room])(...values);
});
console.log(JSON.stringify(answers));
