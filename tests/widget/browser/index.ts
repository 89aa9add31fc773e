/** Every browser test, in one process, so that they share one assistant and one Chromium. Each file runs by itself, too. */
import "./fault_proxy.test";
import "./probes.test";
import "./access.test";
import "./pages.test";
import "./cards.test";
import "./states.test";
import "./keyboard.test";
import "./announcements.test";
import "./reading.test";
import "./tabs.test";
import "./timer.test";
import "./hostile_words.test";
import "./hostile_content.test";
import "./rasa_webchat.test";
import "./speed.test";
import "./cuts.test";
