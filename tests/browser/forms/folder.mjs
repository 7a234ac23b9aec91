// A folder of this computer as the browser has it when an editor chooses one: the browser's private file system, filled
// with the project's files, in the place of the system's dialogue.

import { readFile } from "node:fs/promises";
import path from "node:path";

import { walk } from "./git_host.mjs";

const KEPT = ["content", "lscgs"];

/** Make the page's "choose a folder" give a copy of a project. */
export async function offerFolder(page, root) {
  const names = (await Promise.all(KEPT.map((top) => walk(root, top)))).flat();
  const files = await Promise.all(names.map(async (name) => [name, (await readFile(path.join(root, name))).toString("base64")]));
  await page.evaluate(async (given) => {
    const top = await navigator.storage.getDirectory();
    await top.getDirectoryHandle(".git", { create: true });
    for (const [name, content] of given) {
      const parts = name.split("/");
      let folder = top;
      for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part, { create: true });
      const file = await (await folder.getFileHandle(parts.at(-1), { create: true })).createWritable();
      await file.write(Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0)));
      await file.close();
    }
  }, files);
  await page.evaluate(() => {
    window.showDirectoryPicker = () => navigator.storage.getDirectory();
  });
}

/** Return the files of the folder that are not as they were given, by their names, in base64. */
export async function changedFiles(page, root) {
  const found = await page.evaluate(async () => {
    const base64 = async (file) => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
    };
    const read = async (folder, before) => {
      const all = [];
      for await (const [name, handle] of folder.entries()) {
        if (handle.kind === "directory") all.push(...await read(handle, `${before}${name}/`));
        else all.push([before + name, await base64(await handle.getFile())]);
      }
      return all;
    };
    return read(await navigator.storage.getDirectory(), "");
  });
  const changed = {};
  for (const [name, content] of found) {
    const was = await readFile(path.join(root, name), "base64").catch(() => null);
    if (was !== content && KEPT.includes(name.split("/")[0])) changed[name] = content;
  }
  return changed;
}
