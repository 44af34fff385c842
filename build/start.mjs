// Refuses a Node that is too old in one sentence, then runs the command line through tsx.
import { readFileSync } from "node:fs";

const wanted = /([0-9]+)\.([0-9]+)/.exec(JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")).engines.node);
const found = process.versions.node.split(".");
if (+found[0] < +wanted[1] || (+found[0] === +wanted[1] && +found[1] < +wanted[2])) {
  console.error(`this report needs Node ${wanted[0]} or newer; this is ${process.versions.node}`);
  process.exit(2);
}
const { register } = await import("tsx/esm/api");
register();
await import("./report.ts");
