/** The real assistant: the action server and Rasa as processes of their own, on ports and stores of their own. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, ROOT } from "./project";
import { Server } from "./server";

const PYTHON = `${ROOT}/.venv/bin/python`;

/** What the tests' assistants sign tokens with. */
export const SECRET = "a secret for tests, of no use anywhere else";

/** Tests send far more than a visitor may: these lift the limits that `tests/channels` tests. */
export const UNLIMITED: Readonly<Record<string, string>> = {
  PLUMBLINE_MESSAGES_A_MINUTE: "100000",
  PLUMBLINE_ADDRESS_MESSAGES_A_MINUTE: "100000",
  PLUMBLINE_ADDRESS_SESSIONS_A_MINUTE: "100000",
};

/** What a test sets otherwise than a visitor finds it. */
export interface Options {
  readonly environment?: Readonly<Record<string, string>>; // settings, see HACKING.md
  readonly publish?: { readonly module: string; readonly input: string }; // what publishes the content, by default `plumb publish`
}

export class Assistant {
  private rasa: Server | undefined;
  private actions: Server | undefined;

  private constructor(
    readonly folder: string, readonly port: number, private readonly actionPort: number, private readonly options: Options,
  ) {}

  /** Publishes the content to a new store and starts both servers. */
  static async start(options: Options = {}): Promise<Assistant> {
    const folder = mkdtempSync(join(tmpdir(), "plumbline-browser-"));
    const assistant = new Assistant(folder, await freePort(), await freePort(), options);
    try {
      assistant.publish();
      await Promise.all([assistant.startActions(), assistant.startRasa()]);
    } catch (error) {
      await assistant.stop();
      throw error;
    }
    return assistant;
  }

  /** Where it is reached. */
  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** What both servers wrote. */
  get log(): string {
    return ["rasa.log", "actions.log"].map((name) => readFileSync(join(this.folder, name), "utf8")).join("");
  }

  async startActions(): Promise<void> {
    this.actions = await Server.start({
      name: "The action server", command: [PYTHON, "-m", "bot.serving.action_server"], environment: this.environment,
      health: `http://127.0.0.1:${this.actionPort}/health`, log: join(this.folder, "actions.log"),
    });
  }

  async stopActions(): Promise<void> {
    await this.actions?.stop();
    this.actions = undefined;
  }

  /** The action server stands still, and is there again after `thawActions`. */
  freezeActions(): void {
    this.actions?.signal("SIGSTOP");
  }

  thawActions(): void {
    this.actions?.signal("SIGCONT");
  }

  async startRasa(): Promise<void> {
    this.rasa = await Server.start({
      name: "Rasa", command: [PYTHON, "-m", "bot.serving.server"], environment: this.environment,
      health: `${this.address}/`, log: join(this.folder, "rasa.log"),
    });
  }

  async stopRasa(): Promise<void> {
    await this.rasa?.stop();
    this.rasa = undefined;
  }

  /** Ends Rasa as a power cut would. */
  async killRasa(): Promise<void> {
    await this.rasa?.kill();
    this.rasa = undefined;
  }

  /** Stops both servers and removes what they stored. */
  async stop(): Promise<void> {
    await Promise.all([this.stopRasa(), this.stopActions()]);
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** What Python prints when it runs `program` with the assistant's settings, one JSON value. */
  python(program: string, ...parameters: string[]): unknown {
    const printed = execFileSync(PYTHON, ["-c", program, ...parameters], { cwd: ROOT, env: this.environment });
    return JSON.parse(printed.toString());
  }

  private publish(): void {
    const { module, input } = this.options.publish ?? { module: "bot.cli publish", input: "" };
    execFileSync(PYTHON, ["-m", ...module.split(" ")], { cwd: ROOT, env: this.environment, input, stdio: ["pipe", "pipe", "pipe"] });
  }

  private get environment(): NodeJS.ProcessEnv {
    return {
      ...process.env,
      PLUMBLINE_CONTENT_URL: `sqlite:///${this.folder}/content.db`,
      PLUMBLINE_CONVERSATIONS_URL: `sqlite:///${this.folder}/conversations.db`,
      PLUMBLINE_PORT: String(this.port),
      PLUMBLINE_ACTION_PORT: String(this.actionPort),
      PLUMBLINE_SECRET: SECRET,
      RASA_TELEMETRY_ENABLED: "false",
      PYTHONWARNINGS: "ignore",
      ...this.options.environment,
    };
  }
}
