/** The process that contains the running chapters: its main thread only watches the thread that runs them. */
import { Worker } from "node:worker_threads";
import type { Answer, Job, Setup } from "./messages.ts";

const look = 20;
let worker: Worker;
let setup: Setup;
let since = 0;
let idle = 0;

process.on("message", (message: { setup: Setup } | { job: Job }) => {
  if ("setup" in message) start(message.setup);
  else begin(message.job);
});
process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));

function start(given: Setup): void {
  setup = given;
  worker = new Worker(setup.program, { eval: true, workerData: setup, stdout: false, resourceLimits: { maxOldGenerationSizeMb: 2 * (setup.limits.memory / 2 ** 20) + 1024 } });
  worker.on("message", (answer: "ready" | Answer) => (answer === "ready" ? process.send!("ready") : reply(answer)));
  worker.on("error", (error) => stop(`ended its thread: ${error.message}`));
  worker.on("exit", () => stop("ended its thread (process.exit or the like)"));
  setInterval(watch, look);
}

function begin(job: Job): void {
  since = performance.now();
  idle = process.memoryUsage.rss();
  worker.postMessage(job);
}

function reply(answer: Answer): void {
  since = 0;
  process.send!(answer);
}

function watch(): void {
  if (since === 0) return;
  const { timeout, memory } = setup.limits;
  if (performance.now() - since > timeout) stop(`ran longer than ${timeout / 1000} s (--timeout)`);
  else if (process.memoryUsage.rss() - idle > memory) stop(`took more than ${memory / 2 ** 20} MiB (--memory)`);
}

/** Tells why, and ends this process the only way that nothing inside can hold up. */
function stop(stopped: string): void {
  since = 0;
  process.send!({ stopped }, () => process.kill(process.pid, "SIGKILL"));
}
