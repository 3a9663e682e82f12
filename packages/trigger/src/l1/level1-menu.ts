import data from "../data/level1-menu.json";

/** The 175 output bits of the level-1 menu with their logic, a line each, in order; source in the file. */
export const level1MenuText: string = /* @__PURE__ */ (() => `\n${data.lines.join("\n")}\n`)();
