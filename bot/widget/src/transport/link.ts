/** What the three ways to the server have in common. */
import type { ClientFrame, ServerFrame } from "../frames";

/** Where to connect, as whom, and from where to read on. Asked anew for each request, for the place moves. */
export interface Place {
  /** Origin of the assistant, without a slash at the end. */
  readonly server: string;
  readonly token: string;
  readonly epoch: string;
  readonly since: number;
  /** Whether the visitor waits for something, so that asking often is worth it. */
  readonly eager: boolean;
}

/** What a link tells. After `gone` it tells nothing more. */
export interface Ears {
  frame(frame: ServerFrame): void;
  /** The connection does not stand, or stands no longer. */
  gone(): void;
}

export interface Link {
  send(frame: ClientFrame): void;
  /** Ends it; nothing is told any more. */
  close(): void;
}

/** Opens a link. `patience` is how many milliseconds the server may take for one reply. */
export type Open = (place: () => Place, ears: Ears, patience: number) => Link;

/** `ears` until `close` is called or `gone` was told. */
export function untilClosed(ears: Ears, end: () => void): Ears & { close(): void } {
  let open = true;
  const close = () => {
    if (!open) return false;
    open = false;
    end();
    return true;
  };
  return {
    frame: (frame) => { if (open) ears.frame(frame); },
    gone: () => { if (close()) ears.gone(); },
    close,
  };
}
