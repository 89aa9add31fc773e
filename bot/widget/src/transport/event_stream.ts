/** Reads a stream of server-sent events: one frame a `data:` line, comments in between. */
import type { ServerFrame } from "../frames";

export class EventStream {
  #rest = "";

  /** The frames that are whole after this piece of the stream, which may end anywhere in a line. */
  read(piece: string): ServerFrame[] {
    const lines = (this.#rest + piece).split(/\r?\n/);
    this.#rest = lines.pop() ?? "";
    return lines.filter((line) => line.startsWith("data:")).map((line) => JSON.parse(line.slice(5)) as ServerFrame);
  }
}
