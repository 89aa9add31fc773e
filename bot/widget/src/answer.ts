/** The Answer as JSON, as bot/render/payload.py writes it. HACKING.md describes it; fields are added, never renamed.
 *
 * Only `type` is always there: a fixed safety answer has its headline and level alone. What is read here came over the
 * network, so every field may be missing, and a value of a vocabulary may be one that this version does not know yet. */

export type AnswerType = "answer" | "comparison" | "routine" | "tracking" | "safety" | "clarify" | "out_of_scope" | "export";
export type Stance = "supports" | "opposes" | "mixed" | "neutral";
export type Evidence = "strong" | "moderate" | "limited" | "very_limited" | "expert_opinion" | "anecdote" | "brand_claim";
export type SafetyLevel = "emergency" | "urgent" | "distress" | "caution";
/** Where a visitor is in a routine that they are led through. */
export type CoachState = "begun" | "running" | "paused" | "finished" | "stopped";

export interface Suggestion {
  readonly title: string;
  readonly payload: string;
}

export interface Question {
  readonly kind: string | null;
  readonly subjects: readonly string[];
  readonly areas: readonly string[];
  readonly conditions: readonly string[];
  readonly terms: readonly string[];
  readonly page: number;
  readonly focus: "" | "simple" | "sources" | "against";
}

export interface Study {
  readonly design: string;
  readonly participants: number | null;
  readonly duration: string;
  readonly funded_by: string;
}

export interface ArticleCheck {
  readonly source: string;
  readonly says: string;
  readonly verdict: string;
}

export interface Point {
  readonly id: string;
  readonly stance: Stance;
  readonly evidence: Evidence;
  readonly text: string;
  readonly caveat: string;
  readonly sources: readonly string[];
  readonly study?: Study;
  readonly article?: ArticleCheck;
}

/** A side that was looked for and not found, in writing. */
export interface NoneFound {
  readonly kind: string;
  readonly side: Stance;
  readonly text: string;
  readonly as_of: string;
}

export interface Source {
  readonly id: string;
  readonly n: number;
  readonly title: string;
  readonly publisher: string;
  readonly year: number | null;
  readonly url: string | null;
  readonly kind: string;
  readonly commercial_interest: boolean;
  readonly funding: string;
}

export interface Caution {
  readonly id: string;
  readonly text: string;
  readonly sources: readonly string[];
  readonly review_status: string;
}

export interface Advice {
  readonly text: string;
  readonly when: readonly string[];
  readonly sources: readonly string[];
}

export interface LeftOut {
  readonly name: string;
  readonly because: string;
  readonly rule: string;
}

export interface Debate {
  readonly id: string;
  readonly topic: string;
  readonly summary: string;
  readonly supports: readonly string[];
  readonly opposes: readonly string[];
}

/** A few words and the ids of the claims that carry them. */
export interface Glance {
  readonly text: string;
  readonly claims: readonly string[];
}

export interface ComparisonRow {
  readonly row: string;
  readonly cells: readonly Glance[];
}

export interface PlanItem {
  readonly subject: string;
  readonly name: string;
  readonly headline: string;
  readonly evidence: Evidence;
  readonly supports: readonly string[];
  readonly opposes: readonly string[];
  readonly none_found: readonly NoneFound[];
  readonly time_to_results: Glance;
  readonly risks: Glance;
  readonly cost: Glance;
  readonly effort: string;
}

export interface Referral {
  readonly id: string;
  readonly situation: string;
  readonly who_to_see: string;
  readonly why: string;
  readonly how_soon: string;
  readonly questions_to_ask: readonly string[];
  readonly sources: readonly string[];
  readonly checks_credentials: boolean;
}

export interface GlossaryTerm {
  readonly term: string;
  readonly text: string;
  readonly sources: readonly string[];
}

export interface RoutineStep {
  readonly name: string;
  readonly instruction: string;
  readonly area: string;
  readonly muscle: string;
  readonly sets: number | null;
  readonly reps: number | null;
  readonly hold_seconds: number | null;
  readonly duration_seconds: number | null;
  readonly moves: readonly string[];
  /** How the drawing of the step moves: a word of Motion in bot/model.py. */
  readonly motion: string | null;
}

export interface Routine {
  readonly slug: string;
  readonly title: string;
  readonly minutes: number | null;
  readonly frequency: string;
  readonly min_weeks: number | null;
  readonly warnings: readonly string[];
  readonly note: string;
  readonly sources: readonly string[];
}

export interface Week {
  readonly start: string;
  readonly days: number;
  readonly sessions: number;
  readonly minutes: number;
}

export interface Progress {
  readonly sessions: number;
  readonly days: number;
  readonly streak: number;
  readonly longest_streak: number;
  readonly week: number;
  readonly aim: string;
  readonly first_on: string;
  readonly last_on: string;
  readonly weeks: readonly Week[];
}

export interface Reminder {
  readonly what: string;
  readonly time_of_day: string;
  readonly every_days: number;
  readonly time_zone: string;
}

export interface CalendarFile {
  readonly name: string;
  readonly text: string;
}

export interface Answer {
  readonly type: AnswerType;
  readonly v?: number;
  readonly release?: number;
  readonly reviewed_on?: string;
  readonly review_status?: string;
  readonly question?: Question;
  readonly kind_answered?: string | null;
  readonly headline?: string;
  readonly evidence?: Evidence | null;
  readonly note?: string;
  readonly points?: readonly Point[];
  readonly none_found?: readonly NoneFound[];
  readonly more_points?: number;
  readonly sources?: readonly Source[];
  readonly cautions?: readonly Caution[];
  readonly see_dermatologist?: Advice | null;
  readonly suggestions?: readonly Suggestion[];
  readonly level?: SafetyLevel;
  readonly rule?: string;
  readonly feedback?: readonly Suggestion[];
  readonly left_out?: readonly LeftOut[];
  readonly debate?: Debate;
  readonly steps?: readonly RoutineStep[];
  readonly routine?: Routine;
  readonly warnings?: readonly string[];
  readonly state?: CoachState;
  readonly step?: number;
  readonly of?: number;
  readonly done?: number;
  readonly seconds?: number | null;
  readonly sets?: number | null;
  readonly reps?: number | null;
  readonly hold_seconds?: number | null;
  readonly progress?: Progress;
  readonly reminders?: readonly Reminder[];
  readonly calendar?: CalendarFile;
  readonly columns?: readonly string[];
  readonly rows?: readonly ComparisonRow[];
  readonly plan?: readonly PlanItem[];
  readonly referrals?: readonly Referral[];
  readonly definition?: GlossaryTerm;
  readonly explained?: readonly GlossaryTerm[];
}
