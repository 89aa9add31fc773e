/** What the server keeps of a visitor, from the same address from which the visitor can download it. */
export interface Transcript {
  /** Rasa's own record: what it was given and what it said. */
  readonly conversation: readonly { readonly visitor?: string; readonly assistant?: string }[];
  /** The log that the widget reads; `at` is when the server stored it. */
  readonly shown_in_chat: readonly { readonly by: string; readonly at: string }[];
}

/** Milliseconds that the server took for each message, oldest first: from where it had it, and was done with the one before. */
export function turns({ shown_in_chat }: Transcript): readonly number[] {
  const times = (by: string): number[] => shown_in_chat.filter((each) => each.by === by).map((each) => Date.parse(each.at));
  const [asked, answered] = [times("visitor"), times("bot")];
  return answered.map((done, place) => done - Math.max(asked[place] ?? done, answered[place - 1] ?? 0));
}

export async function transcript(address: string, token: string): Promise<Transcript> {
  const response = await fetch(`${address}/webhooks/web/transcript`, { headers: { Authorization: `Bearer ${token}` }, signal: AbortSignal.timeout(10_000) });
  if (!response.ok) throw new Error(`The transcript was refused with ${response.status}.`);
  return await response.json() as Transcript;
}
