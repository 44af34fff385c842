/** `npm run bench -- NAME`: measures something against something else in the same run, and prints the ratio. */
import { benchFit } from "./fit.ts";

const benches: Record<string, () => number> = { fit: benchFit };
const name = process.argv[2] ?? "";
const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
if (!bench) console.error(`there is no bench ${name || "without a name"}; there is ${Object.keys(benches).join(", ")}`);
process.exitCode = bench ? bench() : 2;
