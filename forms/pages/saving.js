// Before a save: what would be refused is said in our words, and the file that will be written goes into the form as
// its source, because the program goes on with the form's values and not with the file. Without that, a new event
// saved twice would become two.

const KEPT = ["source", "uid", "loaded", "shape"];

/** Return the handler of the program's "preSave" event. */
export function keepSource(config, formats) {
  const formatOf = (name, slug) => {
    const collection = config.collections.find((each) => each.name === name);
    return collection?.format ?? collection?.files?.find((file) => file.name === slug)?.format;
  };
  return ({ entry }) => {
    const format = formats[formatOf(entry.get("collection"), entry.get("slug"))];
    if (!format) return undefined;
    try {
      const text = `${format.toFile(entry.get("data").toJS()).trim()}\n`;
      const again = Object.entries(format.fromFile(text)).filter(([name]) => KEPT.includes(name));
      return again.reduce((made, [name, value]) => made.setIn(["data", name], value), entry);
    } catch (problem) {
      throw new Error("saving_failed", { cause: problem }); // the name that makes the program show our words
    }
  };
}
