/**
 * A version of the plan, or one joint column, on its way to chosen supervisors: nothing leaves before both
 * consents (rules, sections 9.3 and 10). Pure.
 */

import type { Partnership } from "../team/partnership.ts";
import type { JointWords } from "./plan-text.ts";
import { bothSaid, hashOf, sayYes, type Agreeing, type Yes } from "./one-text.ts";
import type { Store, Page, Paged } from "../store.ts";

/** One line each on what the school gains (systems, row 14); "" when it was skipped. */
export interface Benefits {
  readonly learning: string;
  readonly time: string;
  readonly access: string;
}

export interface Reaction {
  readonly id: string;
  readonly readerId: string;
  readonly kind: "thanks" | "question";
  /** "" for thanks. */
  readonly words: string;
  readonly at: Date;
  /** Of one of the partners, to that reader alone; only for a question. */
  readonly answer?: { readonly words: string; readonly byId: string; readonly at: Date };
}

/** A joint column as both confirmed it, with the goal that it is about. */
export interface SharedJoint extends JointWords {
  readonly reflectionId: string;
  readonly goalId: string;
  readonly goalTitle: string;
}

export interface PlanShare {
  readonly id: string;
  readonly partnershipId: string;
  readonly cycleId: string;
  /** Number of the version, and the text that it froze; of a joint column 0 and "". */
  readonly planVersion: number;
  readonly textId: string;
  /** A joint column is shown, and nothing of the plan. */
  readonly joint?: SharedJoint;
  readonly readerIds: readonly string[];
  readonly benefits: Benefits;
  readonly agreeing: Agreeing;
  /** Null until both sides consented; nobody but the partners can read it before. */
  readonly sentAt: Date | null;
  readonly reactions: readonly Reaction[];
  readonly proposedById: string;
  readonly proposedAt: Date;
}

/** What is consented to: that version or column, these lines, these readers. */
export const hashOfShare = ({
  textId,
  joint,
  readerIds,
  benefits,
}: Pick<PlanShare, "textId" | "joint" | "readerIds" | "benefits">): string =>
  hashOf([textId, [...readerIds].sort(), benefits, ...(joint ? [joint] : [])]);

/** Other readers or lines, before it is sent: the consents to the former ones are gone. */
export function changeShare(
  share: PlanShare,
  to: Pick<PlanShare, "readerIds" | "benefits">,
): PlanShare {
  if (share.sentAt) return share;
  const changed = { ...share, ...to };
  const hash = hashOfShare(changed);
  return hash === share.agreeing.hash
    ? share
    : { ...changed, agreeing: { hash, round: share.agreeing.round + 1, said: [] } };
}

/** One consent to the readers and lines of that round; with the other side's, it is sent (AC-08). */
export function consent(
  share: PlanShare,
  partnership: Partnership,
  round: number,
  { personId, at }: Yes,
): PlanShare {
  if (share.sentAt || share.agreeing.round !== round) return share;
  const agreeing = sayYes(share.agreeing, share.agreeing.hash, personId, at);
  if (agreeing === share.agreeing) return share;
  return {
    ...share,
    agreeing,
    sentAt: bothSaid(agreeing, agreeing.hash, partnership) ? at : null,
  };
}

/** Thanks once from each reader; a question each time one is asked; the same id once. */
export function react(share: PlanShare, reaction: Reaction): PlanShare {
  const isKnown = share.reactions.some(
    ({ id, kind, readerId }) =>
      id === reaction.id ||
      (kind === "thanks" && reaction.kind === "thanks" && readerId === reaction.readerId),
  );
  return isKnown ? share : { ...share, reactions: [...share.reactions, reaction] };
}

/** Answers a question once; the first answer stays. Unknown ids and thanks change nothing. */
export function answerQuestion(
  share: PlanShare,
  reactionId: string,
  answer: NonNullable<Reaction["answer"]>,
): PlanShare {
  const asked = share.reactions.find(({ id }) => id === reactionId);
  if (asked?.kind !== "question" || asked.answer) return share;
  return {
    ...share,
    reactions: share.reactions.map((each) => (each === asked ? { ...asked, answer } : each)),
  };
}

/**
 * Whether somebody may read it as a supervisor, as things stand now: it was sent to them, and the
 * partnership still names them (rules, section 9.3).
 */
export const mayRead = (share: PlanShare, partnership: Partnership, personId: string): boolean =>
  share.sentAt !== null &&
  share.readerIds.includes(personId) &&
  partnership.supervisorIds.includes(personId);

/** One line of the log. Written once, never changed. */
export type AuditEntry = SharedEntry | ExportedEntry | TakenEntry;

/** Records of a kind were printed or saved by somebody who may see them. */
export interface TakenEntry {
  readonly id: string;
  readonly kind: "record.exported";
  /** The district: the records may be of several teams. */
  readonly partnershipId: string;
  /** Name of the kind. */
  readonly record: string;
  readonly byId: string;
  readonly at: Date;
}

/** A page was printed or saved by one of the partners (systems, row 22). */
export interface ExportedEntry {
  readonly id: string;
  readonly kind: "page.exported";
  readonly partnershipId: string;
  readonly page: "sheet" | "plan" | "reflection";
  readonly format: "html" | "csv";
  readonly byId: string;
  readonly at: Date;
}

/** Who was shown which version of the plan, or which joint column, by whose consent (AC-08). */
export interface SharedEntry {
  readonly id: string;
  readonly kind: "plan.shared";
  readonly partnershipId: string;
  readonly planVersion: number;
  /** The goal whose joint column it was, where it was no version. */
  readonly jointOf?: string;
  readonly readerId: string;
  readonly consents: readonly Yes[];
  readonly at: Date;
}

/** The entries of a share that was sent, one for each reader; none before. */
export const auditOf = (share: PlanShare): readonly SharedEntry[] =>
  share.sentAt === null
    ? []
    : share.readerIds.map((readerId) => ({
        id: `${share.id}/${readerId}`,
        kind: "plan.shared" as const,
        partnershipId: share.partnershipId,
        planVersion: share.planVersion,
        ...(share.joint ? { jointOf: share.joint.goalId } : {}),
        readerId,
        consents: share.agreeing.said,
        at: share.sentAt ?? share.proposedAt,
      }));

export interface PlanShareStore extends Store<PlanShare> {
  /** Latest first. */
  ofPartnership(partnershipId: string): Promise<readonly PlanShare[]>;
  /** What was sent to a person, latest first. */
  sentTo(readerId: string): Promise<readonly PlanShare[]>;
}

/** Append-only: who was shown what, when, and by whose consent. */
export interface AuditStore {
  /** Adds it, or changes nothing when the id exists. */
  add(entry: AuditEntry): Promise<AuditEntry>;
  /** Those of a kind, latest first. */
  ofPartnership<K extends AuditEntry["kind"]>(
    partnershipId: string,
    kind: K,
    page: Page,
  ): Promise<Paged<Extract<AuditEntry, { readonly kind: K }>>>;
}
