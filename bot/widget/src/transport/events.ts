/**
 * Frames by server-sent events, sent ones by POST. Read with `fetch`, for an `EventSource` sends no Authorization header.
 *
 * A stream can be dead without a sign of it while the requests beside it work. So whatever such a request brings must
 * show on the stream soon, and a ping asks for what is new beside the stream.
 */
import { EventStream } from "./event_stream";
import { failed, poll, post, readOn, request } from "./http";
import { untilClosed, type Ears, type Link, type Place } from "./link";

const LATE_MILLISECONDS = 1500;

export function events(place: () => Place, ears: Ears, patience: number): Link {
  const end = new AbortController();
  const told = untilClosed(ears, () => end.abort());
  const limit = { ended: end.signal, patience };
  let heard = 0;
  const expect = () => {
    const before = heard;
    setTimeout(() => { if (heard === before) told.gone(); }, LATE_MILLISECONDS);
  };
  void listen(place(), { frame: (frame) => { heard += 1; told.frame(frame); }, gone: told.gone }, end.signal);
  return {
    send(frame) {
      const beside: Ears = {
        gone: told.gone,
        frame: (answer) => {
          told.frame(answer);
          if (answer.t === "entry" || answer.t === "stored") expect();
        },
      };
      void (frame.t === "ping" ? poll(place(), beside, limit) : post(place(), frame, beside, limit));
    },
    close: told.close,
  };
}

async function listen(place: Place, ears: Ears, signal: AbortSignal): Promise<void> {
  try {
    const response = await request(readOn("events", place), place.token, { signal, headers: { Accept: "text/event-stream" } });
    if (!response.ok || !response.body) return failed(response, ears);
    const pieces = response.body.pipeThrough(new TextDecoderStream()).getReader();
    const stream = new EventStream();
    for (let piece = await pieces.read(); !piece.done; piece = await pieces.read()) stream.read(piece.value).forEach(ears.frame);
  } catch { /* told below: the stream ended */ }
  ears.gone();
}
