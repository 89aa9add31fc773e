/** The bell of the timer: two short tones made by the browser. A visitor can mute it, and it stays muted. */
import type { CardContext } from "./context";

const KEY = "plumbline.bell";
let sound: AudioContext | null = null;

/** Whether the visitor has muted the bell. */
export function isMuted({ storage }: Pick<CardContext, "storage">): boolean {
  try {
    return storage?.getItem(KEY) === "off";
  } catch { // the browser keeps nothing here
    return false;
  }
}

/** Remembers whether the bell is muted. */
export function mute({ storage }: Pick<CardContext, "storage">, muted: boolean): void {
  try {
    storage?.setItem(KEY, muted ? "off" : "on");
  } catch { // it holds until the page is left
  }
}

/** Gets the browser ready to ring. Called while a button is pressed: browsers allow sound from then on only. */
export function tune(): void {
  try {
    sound ??= new AudioContext();
    void sound.resume();
  } catch { // a browser without sound: the words say it
    sound = null;
  }
}

/** Rings: low and short between two holds, twice and longer at the end. */
export function ring(end: boolean): void {
  if (!sound) return;
  for (const [after, pitch] of end ? [[0, 660], [0.25, 880]] : [[0, 520]]) tone(sound, after!, pitch!, end ? 0.5 : 0.15);
}

function tone(on: AudioContext, after: number, pitch: number, length: number): void {
  const begin = on.currentTime + after;
  const source = on.createOscillator();
  const volume = on.createGain();
  source.frequency.value = pitch;
  volume.gain.setValueAtTime(0.25, begin);
  volume.gain.exponentialRampToValueAtTime(0.001, begin + length);
  source.connect(volume).connect(on.destination);
  source.start(begin);
  source.stop(begin + length);
}
