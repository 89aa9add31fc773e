/** Requests to the server, and what their failures mean. */
import type { ByeCode, ClientFrame, ServerFrame } from "../frames";
import type { Ears, Place } from "./link";

const NO_ENTRY: Readonly<Record<number, ByeCode>> = { 401: "token", 403: "origin" };

/** The address under which the server's log is read on from where this page is. */
export function readOn(path: string, { server, epoch, since }: Place): string {
  return `${server}/webhooks/web/${path}?${new URLSearchParams({ epoch, since: String(since) })}`;
}

/** A request with the visitor's token, sent without cookies. */
export function request(address: string, token: string, options: RequestInit = {}): Promise<Response> {
  const headers = { ...options.headers, ...(options.body ? { "Content-Type": "application/json" } : {}), Authorization: `Bearer ${token}` };
  return fetch(address, { ...options, headers, credentials: "omit", cache: "no-store" });
}

/** Tells why a reply holds no frames: a `bye` where the server refuses this visitor, else that the link is gone. */
export function failed(response: Response, ears: Ears): void {
  const code = NO_ENTRY[response.status];
  if (code) ears.frame({ t: "bye", code, message: "" });
  ears.gone();
}

/** How long a request may take: until `ended` aborts, and `patience` milliseconds at most. */
export interface Limit {
  readonly ended: AbortSignal;
  readonly patience: number;
}

/** Sends a frame and tells what it was answered with; where that fails, that the link is gone. Gives back whether it worked. */
export function post(place: Place, frame: ClientFrame, ears: Ears, limit: Limit): Promise<boolean> {
  const body = JSON.stringify({ frames: [frame] });
  return exchange(`${place.server}/webhooks/web/frames`, place.token, { method: "POST", body }, ears, limit);
}

/** Asks once for what is new, and tells it. Gives back whether the server answered. */
export function poll(place: Place, ears: Ears, limit: Limit): Promise<boolean> {
  return exchange(readOn("frames", place), place.token, {}, ears, limit);
}

async function exchange(address: string, token: string, options: RequestInit, ears: Ears, limit: Limit): Promise<boolean> {
  const signal = AbortSignal.any([limit.ended, AbortSignal.timeout(limit.patience)]);
  try {
    const response = await request(address, token, { ...options, signal });
    if (!response.ok) {
      failed(response, ears);
      return false;
    }
    const { frames } = (await response.json()) as { frames: ServerFrame[] };
    frames.forEach(ears.frame);
    if (frames.length === 0) ears.frame({ t: "pong" });
    return true;
  } catch {
    ears.gone();
    return false;
  }
}
