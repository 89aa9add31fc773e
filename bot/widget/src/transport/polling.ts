/** Frames by asking again and again: works where nothing that stays open does. */
import { poll, post } from "./http";
import { untilClosed, type Ears, type Link, type Place } from "./link";

const EAGER_MILLISECONDS = 1000;
const IDLE_MILLISECONDS = 10_000;

export function polling(place: () => Place, ears: Ears, patience: number): Link {
  const end = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking = false;
  const told = untilClosed(ears, () => {
    end.abort();
    clearTimeout(timer);
  });
  const limit = { ended: end.signal, patience };
  const ask = async () => {
    if (asking) return;
    clearTimeout(timer);
    asking = true;
    const answered = await poll(place(), told, limit);
    asking = false;
    if (answered && !end.signal.aborted) timer = setTimeout(ask, place().eager ? EAGER_MILLISECONDS : IDLE_MILLISECONDS);
  };
  void ask();
  return {
    send(frame) {
      if (frame.t !== "ping") void post(place(), frame, told, limit).then((sent) => { if (sent && frame.t === "say") void ask(); });
      else void ask();
    },
    close: told.close,
  };
}
