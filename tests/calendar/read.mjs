// The events of calendars as ical.js reads them: `node read.mjs FOLDER FILE...`, where FOLDER holds node_modules/ical.js,
// prints a JSON line for each file.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, ...paths] = process.argv.slice(2);
const require = createRequire(join(folder, "package.json"));
const loaded = await import(pathToFileURL(require.resolve("ical.js")));
const ICAL = loaded.default;

const day = (time) => {
  if (!time.isDate) throw new Error(`${time} is no whole day`);
  return time.toString();
};

for (const path of paths) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(path, "utf8")));
  const events = calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      first: day(event.startDate),
      after: day(event.endDate),
      title: event.summary,
      text: event.description,
      alarms: component.getAllSubcomponents("valarm").length,
    };
  });
  console.log(JSON.stringify(events));
}
