/** The bell of the timer: two short tones made by the browser. A visitor can mute it, and it stays muted. */
import type { CardContext } from "./context";

const KEY = "plumbline.bell";
let sound: AudioContext | null = null;
let silent = false;

/** Whether the visitor has muted the bell. */
export function isMuted({ storage }: Pick<CardContext, "storage">): boolean {
  try {
    const kept = storage?.getItem(KEY);
    return kept ? kept === "off" : silent;
  } catch { // the browser keeps nothing here
    return silent;
  }
}

/** Remembers whether the bell is muted. */
export function mute({ storage }: Pick<CardContext, "storage">, muted: boolean): void {
  silent = muted;
  try {
    storage?.setItem(KEY, muted ? "off" : "on");
  } catch { // it holds until the page is left
  }
}

/** Gets the browser ready to ring. Browsers allow sound once a visitor has pressed something. */
export function tune(): void {
  try {
    sound ??= new AudioContext();
    sound.resume().catch(() => undefined);
  } catch { // a browser without sound: the words say it
    sound = null;
  }
}

/** Rings: low and short between two holds, twice and longer at the end. */
export function ring(end: boolean): void {
  if (navigator.userActivation?.hasBeenActive) tune(); // also where the timer ran on over a reload, or the phone slept
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
