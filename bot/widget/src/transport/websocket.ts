/** Frames over a WebSocket, one a message. */
import type { ServerFrame } from "../frames";
import { VERSION } from "../frames";
import { untilClosed, type Ears, type Link, type Place } from "./link";

/** Opens a socket and says hello. The token goes into the first frame, for addresses end up in logs. */
export function websocket(place: () => Place, ears: Ears): Link {
  const { server, token } = place();
  const socket = new WebSocket(`${server.replace(/^http/, "ws")}/webhooks/web/socket`);
  const told = untilClosed(ears, () => socket.close());
  socket.onopen = () => {
    const { epoch, since } = place();
    socket.send(JSON.stringify({ t: "hello", v: VERSION, token, epoch, since }));
  };
  socket.onmessage = (event) => told.frame(JSON.parse(String(event.data)) as ServerFrame);
  socket.onclose = told.gone;
  socket.onerror = told.gone;
  return {
    send: (frame) => { if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame)); },
    close: told.close,
  };
}
