/** The three that are measured. */
import { readFileSync } from "node:fs";
import { DEEP_CHAT, RASA_WEBCHAT, script } from "../harness/others";
import { ROOT } from "../harness/project";
import { LENIENT, STRICT, type Subject } from "./subject";

export function plumbline(): Subject {
  const built = (name: string): string => readFileSync(`${ROOT}/bot/widget/built/${name}`, "utf8");
  return {
    name: "Plumbline", scripts: [built("plumbline.js"), built("panel.js")], files: {}, policy: STRICT,
    body: '<script src="/plumbline.js"></script>',
    launcher: "plumbline-chat button", input: "plumbline-chat textarea",
    reply: "plumbline-chat [data-by=bot]", button: "plumbline-chat [data-by=bot] button",
  };
}

/** Rasa's community widget, on the assistant's `socketio`. */
export function rasaWebchat(): Subject {
  const library = script(RASA_WEBCHAT);
  return {
    name: "rasa-webchat 1.0.1", scripts: [library], policy: LENIENT,
    body: '<script src="library.js"></script><script src="start.js"></script>',
    files: {
      "library.js": library,
      "start.js": `WebChat.default({ socketUrl: location.origin, socketPath: "/socket.io/", title: "Chat",
        hideWhenNotConnected: false, customMessageDelay: () => 0 }, null);`,
    },
    launcher: ".rw-launcher", input: ".rw-new-message", reply: ".rw-response", button: ".rw-reply",
  };
}

/** deep-chat, on Rasa's `rest`; it has no launcher, and shows buttons as its documentation says. */
export function deepChat(): Subject {
  const library = script(DEEP_CHAT);
  return {
    name: "deep-chat 2.4.2", scripts: [library], policy: LENIENT,
    body: '<deep-chat id="chat"></deep-chat><script type="module" src="library.js"></script><script type="module" src="start.js"></script>',
    files: {
      "library.js": library,
      "start.js": `const chat = document.getElementById("chat");
        const sender = crypto.randomUUID();
        chat.requestInterceptor = (details) => ({ ...details, body: { sender, message: details.body.messages.at(-1).text } });
        const buttons = (message) => (message.buttons ?? message.custom?.suggestions ?? [])
          .map((each) => '<button class="deep-chat-button deep-chat-suggestion-button">' + each.title + "</button>").join(" ");
        chat.responseInterceptor = (messages) => {
          const text = messages.map((each) => each.text ?? "").join("\\n\\n");
          return [{ text }, ...(messages.some(buttons) ? [{ html: messages.map(buttons).join("") }] : [])];
        };
        chat.connect = { url: "/webhooks/rest/webhook", method: "POST" };`,
    },
    launcher: null, input: "deep-chat #text-input", reply: "deep-chat .ai-message-text", button: "deep-chat .deep-chat-button",
  };
}
