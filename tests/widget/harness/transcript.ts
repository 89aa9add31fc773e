/** What the server keeps of a visitor, from the same address from which the visitor can download it. */
export interface Transcript {
  /** Rasa's own record: what it was given and what it said. */
  readonly conversation: readonly { readonly visitor?: string; readonly assistant?: string }[];
  /** The log that the widget reads. */
  readonly shown_in_chat: readonly { readonly by: string }[];
}

export async function transcript(address: string, token: string): Promise<Transcript> {
  const response = await fetch(`${address}/webhooks/web/transcript`, { headers: { Authorization: `Bearer ${token}` }, signal: AbortSignal.timeout(10_000) });
  if (!response.ok) throw new Error(`The transcript was refused with ${response.status}.`);
  return await response.json() as Transcript;
}
