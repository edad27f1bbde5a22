// What axe-core finds wrong on HTML pages, as JSON: node axe.mjs FOLDER-OF-NODE-MODULES PAGE.html...
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(process.argv[2] + "/");
const { JSDOM, VirtualConsole } = require("jsdom");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const found = {};
for (const path of process.argv.slice(3)) {
  const { window } = new JSDOM(readFileSync(path), { runScripts: "outside-only", virtualConsole: new VirtualConsole() });
  window.eval(axe);
  // Without a layout there are no colours to compare; a browser does that.
  const { violations } = await window.axe.run({ rules: { "color-contrast": { enabled: false } } });
  found[path] = violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
}
console.log(JSON.stringify(found));
