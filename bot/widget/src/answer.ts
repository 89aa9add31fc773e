/** The Answer as JSON, as bot/render/payload.py writes it. HACKING.md describes it; fields are added, never renamed. */

export type AnswerType = "answer" | "comparison" | "routine" | "tracking" | "safety" | "clarify" | "out_of_scope" | "export";
export type Stance = "supports" | "opposes" | "mixed" | "neutral";
export type Evidence = "strong" | "moderate" | "limited" | "very_limited" | "expert_opinion" | "anecdote" | "brand_claim";

export interface Answer {
  readonly type: AnswerType;
  readonly headline?: string;
}
