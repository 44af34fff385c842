import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Run } from "../glossary.ts";
import { progressPipe, type Answer, type Job, type Setup } from "./messages.ts";

/** A run, or why it was stopped and the last line it is known to have reached. */
export type Outcome = { run: Run } | { stopped: string; line: number };

/** Runs chapters in a process of their own; one that dies takes only its chapter with it. */
export class Runner {
  readonly #setup: Omit<Setup, "program">;
  #child: Contained | undefined;

  constructor(setup: Omit<Setup, "program">) {
    this.#setup = setup;
  }

  async run(job: Job): Promise<Outcome> {
    this.#child ??= await contain(this.#setup);
    const outcome = await this.#child.run(job);
    if ("stopped" in outcome) this.close();
    return outcome;
  }

  /** A chapter that failed is not run again for those that import it. */
  markFailed(chapter: string, place: string): void {
    this.#setup.failed[chapter] = place;
    this.close();
  }

  close(): void {
    this.#child?.kill();
    this.#child = undefined;
  }
}

/** Beyond the watcher's own deadline: a process that was stopped as a whole cannot watch. */
const grace = 3000;

class Contained {
  readonly #process: ChildProcess;
  readonly #timeout: number;
  /** Why the process is gone, once it is. */
  readonly #ended: Promise<{ stopped: string }>;
  #line = 1;
  #complaint = "";

  constructor(child: ChildProcess, timeout: number) {
    this.#process = child;
    this.#timeout = timeout;
    this.#ended = once(child, "close").then(([code, signal]) => ({ stopped: this.#death(code as number | null, signal as string | null) }));
    child.stdio[progressPipe]?.on("data", (chunk: Buffer) => (this.#line = Number(/(\d+)\n$/.exec(chunk.toString())?.[1] ?? this.#line)));
    child.stderr?.on("data", (chunk: Buffer) => (this.#complaint = (this.#complaint + chunk.toString()).slice(0, 10_000)));
  }

  async run(job: Job): Promise<Outcome> {
    this.#line = 1;
    const child = this.#process;
    const answered = new Promise<Answer>((resolve) => child.once("message", resolve));
    const late = setTimeout(() => child.kill("SIGKILL"), this.#timeout + grace);
    child.send({ job });
    const answer = await Promise.race([answered, this.#ended]);
    clearTimeout(late);
    if ("run" in answer) return answer;
    await this.#ended;
    return { stopped: answer.stopped, line: this.#line };
  }

  kill(): void {
    this.#process.kill("SIGKILL");
  }

  #death(code: number | null, signal: string | null): string {
    const fatal = /FATAL ERROR: (.*)/.exec(this.#complaint)?.[1];
    return `ended its process (${fatal ?? signal ?? `exit code ${code}`})`;
  }
}

async function contain(setup: Omit<Setup, "program">): Promise<Contained> {
  const [child, worker] = await programs();
  const started = spawn(process.execPath, ["-"], { stdio: ["pipe", 2, "pipe", "pipe", "ipc"], serialization: "advanced", cwd: setup.root });
  started.stdin!.end(child);
  started.stdin!.on("error", () => undefined);
  started.send({ setup: { ...setup, program: worker } });
  const contained = new Contained(started, setup.limits.timeout);
  const [ready] = (await Promise.race([once(started, "message"), once(started, "exit")])) as unknown[];
  if (ready !== "ready") throw new Error(`the process that runs chapters did not start: ${JSON.stringify(ready)}`);
  return contained;
}

let built: Promise<[child: string, worker: string]> | undefined;

/** The two programs as plain scripts: faster than starting each through a loader. */
function programs(): Promise<[child: string, worker: string]> {
  built ??= Promise.all([program("child.ts"), program("worker.ts")]);
  return built;
}

async function program(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(file, import.meta.url))],
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0]!.text;
}
