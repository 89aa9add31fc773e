/** One server process in a group of its own, so that ending it also ends its workers. */
import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { ROOT } from "./project";
import { until } from "./wait";

const START_LIMIT = 60_000; // milliseconds until a server that does not answer is given up
const STOP_LIMIT = 10_000; // milliseconds until a server that does not stop is killed

/** What is started, where it says that it is well, and where it writes its log. */
export interface Start {
  readonly name: string;
  readonly command: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  readonly health: string;
  readonly log: string;
}

for (const name of ["SIGTERM", "SIGINT"] as const) process.once(name, () => process.exit(1)); // so that "exit" is heard

export class Server {
  private constructor(private readonly what: Start, private readonly process: ChildProcess) {}

  /** Starts a server and waits until it answers; throws, with the end of its log, when it does not. */
  static async start(what: Start): Promise<Server> {
    const log = openSync(what.log, "a");
    const [program, ...parameters] = what.command;
    if (program === undefined) throw new Error(`${what.name}: no command`);
    const started = spawn(program, parameters, {
      cwd: ROOT, env: what.environment, stdio: ["ignore", log, log], detached: true,
    });
    closeSync(log);
    const server = new Server(what, started);
    process.once("exit", () => server.signal("SIGKILL")); // a run that is broken off leaves nothing behind
    try {
      await until(`${what.name} to answer at ${what.health}`, () => server.answers(), START_LIMIT);
    } catch (error) {
      await server.kill();
      throw new Error(`${String(error)}\n${readFileSync(what.log, "utf8").slice(-2000)}`);
    }
    return server;
  }

  /** Asks it to stop, and kills what is left after a while. */
  async stop(): Promise<void> {
    this.signal("SIGTERM");
    await until(`${this.what.name} to stop`, () => this.ended, STOP_LIMIT).catch(() => undefined);
    await this.kill();
  }

  /** Ends it at once, as a power cut would. */
  async kill(): Promise<void> {
    this.signal("SIGKILL");
    await until(`${this.what.name} to end`, () => this.ended);
  }

  private get ended(): boolean {
    return this.process.exitCode !== null || this.process.signalCode !== null;
  }

  private async answers(): Promise<boolean> {
    if (this.ended) throw new Error(`${this.what.name} stopped.`);
    try {
      return (await fetch(this.what.health, { signal: AbortSignal.timeout(1000) })).status === 200;
    } catch {
      return false;
    }
  }

  /** Sends a signal to it and its workers. */
  signal(name: NodeJS.Signals): void {
    if (this.process.pid === undefined) return;
    try {
      process.kill(-this.process.pid, name);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error; // the group is empty
    }
  }
}
