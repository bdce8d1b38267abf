// Opens handouts in headless Chromium and prints a line of JSON for each, and one for a page with planted faults.
// node open.mjs CHROMIUM FOLDER PICTURE FILE...: FOLDER has node_modules with puppeteer-core and axe-core; where PICTURE is
// not empty, the first page as it is printed is written to it.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [browserPath, folder, picture, ...files] = process.argv.slice(2);
const modules = resolve(folder, "node_modules");
const at = createRequire(pathToFileURL(join(modules, "x.js")));
const { default: puppeteer } = await import(
  pathToFileURL(join(modules, "puppeteer-core/lib/esm/puppeteer/puppeteer-core.js"))
);
const axe = readFileSync(at.resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const planted = `<!doctype html><html><head><title>x</title></head><body style="background:#fff;color:#aaa">
<div style="width:900px"><p>pale</p><img src="http://127.0.0.1:9/x.png">${"<p>line</p>".repeat(300)}</div></body></html>`;

const pages = (pdf) => (Buffer.from(pdf).toString("latin1").match(/\/Type\s*\/Page\b/g) || []).length;

// The sandbox needs rights that containers lack; the pages are our own.
const browser = await puppeteer.launch({ executablePath: browserPath, args: ["--no-sandbox"] });
try {
  for (const file of [...files, ""]) {
    const page = await browser.newPage();
    const requests = [];
    page.on("request", (request) => {
      if (/^(https?|wss?|ftp):/.test(request.url())) requests.push(request.url());
    });
    await page.setBypassCSP(true);
    await page.setViewport({ width: 320, height: 640 });
    if (file) await page.goto(pathToFileURL(file).href);
    else await page.setContent(planted);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    const a4 = pages(await page.pdf({ format: "A4" }));
    const letter = pages(await page.pdf({ format: "Letter" }));
    await page.evaluate(axe);
    const found = await page.evaluate((rules) => axe.run(document, { runOnly: rules }), rules);
    const violations = found.violations.map((one) => `${one.id}: ${one.nodes[0].html.slice(0, 200)}`);
    console.log(JSON.stringify({ file, width, a4, letter, violations, requests }));
    if (picture && file === files[0]) {
      await page.emulateMediaType("print");
      await page.setViewport({ width: 760, height: 1075 });
      await page.addStyleTag({ content: "body { padding: 16px !important }" });
      await page.screenshot({ path: picture });
    }
    await page.close();
  }
} finally {
  await browser.close();
}
