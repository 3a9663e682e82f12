import data from "../data/hlt-menu.json";

/**
 * High-level lines: name, prescale, cut; source in the file. All are accept lines of a menu that keeps an event when one
 * accepts.
 */
export const hltMenuText: string = /* @__PURE__ */ (() => `\n${data.lines.join("\n")}\n`)();
