// What docx-preview shows of a Word file, as JSON: node docx-preview.mjs FOLDER-OF-NODE-MODULES FILE.docx
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(process.argv[2] + "/");
const { JSDOM } = require("jsdom");
const { window } = new JSDOM("<!doctype html><body></body>");
for (const name of ["document", "DOMParser", "XMLSerializer", "Node", "HTMLElement", "Blob", "FileReader"])
  globalThis[name] = window[name];
globalThis.window = window;
const { renderAsync } = require("docx-preview");
const body = window.document.createElement("div");
await renderAsync(readFileSync(process.argv[3]), body, null, { renderHeaders: false, renderFooters: false, useBase64URL: true });
const texts = (selector) => [...body.querySelectorAll(selector)].map((each) => each.textContent);
console.log(JSON.stringify({ paragraphs: texts("article p"), notes: texts("section > ol > li"), pictures: texts("article img").length }));
