/** `npm run report -- VERB`: the words of the command line, in the folder that it is called in. */
import { commandLine } from "./command-line.ts";

process.exitCode = await commandLine(process.argv.slice(2), process.cwd());
