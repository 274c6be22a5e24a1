import type { CalendarDate, Clock, Hand, Id, Ids, Instant, Outcome, PeriodKey, Share, Tokens } from '@wayproof/kernel'
import type { Keyring } from '@wayproof/kernel/keyring'
import type { Answer } from './answers/answer.ts'
import type { KeptAnswer, ReceiptFault } from './answers/kept-answer.ts'
import type { RebuiltTallies, SatisfactionCounts } from './answers/tally.ts'
import type { CommentStore } from './comments/comment-store.ts'
import type { Invitation, LinkFault, OpenedInvitation } from './links/invitation.ts'
import type { Checklist } from './opening/checklist.ts'
import type { ToldImprovement } from './opening/list-improvements.ts'
import type { OpeningQuestion } from './opening/opening-question.ts'
import type { SealedPlan } from './opening/sealed-plan.ts'
import type { WavePlan } from './opening/wave-plan.ts'
import type { Programme } from './programme/programme.ts'
import type { CrossCount } from './questionnaire/driver-items.ts'
import type { PublishedQuestionnaire, Questionnaire } from './questionnaire/questionnaire.ts'
import type { Frame, FrameCounts, FrameOf } from './sampling/sampling-frame.ts'
import type { ClashingRows } from './travelers/clashing-row.ts'
import type { Erasure, ErasureOf } from './travelers/erasure.ts'
import type { FoundTrait, FoundValues } from './travelers/found-traits.ts'
import type { MailRouteStore } from './travelers/mail-route.ts'
import type { SuppressionReason } from './travelers/suppression.ts'
import type { Traveler } from './travelers/traveler.ts'
import type { ChangingOfficer, CloseChange, NewClose } from './waves/close-change.ts'
import type { ReminderMoments } from './waves/reminder.ts'
import type { UndeliveredLetters } from './waves/undelivered-letter.ts'
import type { Funnel, Wave } from './waves/wave.ts'
import type { LetterHealth, WavePause } from './waves/wave-pause.ts'

/** What the use cases of a survey need from outside. */
export interface SurveyPorts {
  readonly store: SurveyStore
  readonly clock: Clock
  readonly ids: Ids
  readonly tokens: Tokens
  readonly keyring: Keyring
  /** The organisation's, as an IANA name. */
  readonly timeZone: string
  /** The rules that changes begin from. */
  readonly rules: WaveRules
}

/** Sealed into a wave when it opens. */
export interface WaveRules {
  readonly version: string
  readonly minimumForStatus: number
  readonly smallestGroup: number
}

/** A traveler of a file, with the row that says so. */
export interface NumberedTraveler {
  readonly rowNumber: number
  readonly traveler: Traveler
}

/** Travelers on the way into the register, apart from it until all are taken in at once. */
export interface TravelerStaging {
  /** Seals the addresses and stages the rows, a few chunks at a time: what fails here may be thrown by a later call. */
  add(travelers: readonly NumberedTraveler[]): Promise<void>
  /** Rows whose customer number an earlier one has. */
  repeated(): Promise<ClashingRows>
  /** All or nothing, by customer number, and one traveler a mailbox. */
  takeIn(file: TravelerImport): Promise<TravelerImportCounts>
  /** Forgets what was staged. Always called last. */
  discard(): Promise<void>
}

export interface TravelerImport {
  readonly id: Id
  readonly fileName: string
  /** SHA-256 of the file, in hex. */
  readonly digest: string
  readonly by: string
  /** Whether an outside system sent them under a key, whose name is then in `by`. */
  readonly byKey?: boolean
  readonly at: Instant
  /** The organisation's day. */
  readonly day: CalendarDate
  readonly rowCount: number
  /** Counts and checks, and keeps nothing. */
  readonly dryRun: boolean
}

export interface TravelerImportCounts {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  /** Imported, but never invited. */
  readonly notAdult: number
  /** Imported, but never invited: without a legal basis that suffices. */
  readonly noBasis: number
  /** Left out: the address was erased. In none of the other counts. */
  readonly erased: number
  /** Left out of the file or the register: another traveler has the mailbox. In none of the other counts. */
  readonly sameAddress: number
  /** A dry run has these: the groups that the file would make. */
  readonly found?: Readonly<Record<FoundTrait, FoundValues>>
}

export interface NewAnswer extends Answer {
  readonly invitationId: Id
  readonly generation: number
  /** Language of the page, kept for the comment only. */
  readonly language: string
  /** Random to everybody without the key: it tells neither order nor sender. */
  readonly receiptHash: Uint8Array
  readonly at: Instant
  /** The organisation's day, for the curve without groups. */
  readonly day: string
}

/** What is kept of an answer that was begun: sealed, or null to keep nothing any more. */
export interface NewDraft extends Pick<NewAnswer, 'invitationId' | 'generation' | 'at'> {
  readonly sealed: Uint8Array | null
}

/** What takes the place of an answer that its giver corrects. */
export type Correction = Pick<NewAnswer, 'values' | 'comment' | 'language' | 'receiptHash' | 'at'>

export type SaveFault = LinkFault | { readonly code: 'receipt-invalid' }

export interface WaveOpening {
  /** Which it will have. */
  readonly waveId: Id
  readonly period: PeriodKey
  readonly frame: FrameOf
  /** By which others tell whether whoever opens it is still alive. */
  readonly clock: Clock
  /** Null where nobody may be asked. */
  readonly planOf: (found: Frame) => WavePlan | null
}

export interface ProgrammeStore extends MailRouteStore {
  /** The defaults until one was saved. */
  programme(): Promise<Programme>
  saveProgramme(programme: Programme): Promise<void>
  /** Null until an officer has filled it. */
  checklist(): Promise<Checklist | null>
  saveChecklist(checklist: Checklist): Promise<void>
  /** Asks once: a question that is there stays as it is. */
  askAboutOpening(question: Omit<OpeningQuestion, 'leftOutAt'>): Promise<void>
  /** Whether the officers were ever asked about a period's opening. */
  askedAboutOpening(period: PeriodKey): Promise<boolean>
  /** Questions not answered: no wave, and not left out. Newest period first. */
  openingQuestions(): Promise<readonly OpeningQuestion[]>
  /** False when there is no such question, or it is answered. */
  leaveOutOpening(period: PeriodKey, by: string, at: Instant): Promise<boolean>
}

/** Waves, travelers and answers, kept. Every write is on disk when its promise resolves. */
export interface SurveyStore extends ProgrammeStore, CommentStore {
  /** Null when the version exists with other words. */
  publishQuestionnaire(questionnaire: Questionnaire, at: Instant): Promise<PublishedQuestionnaire | null>
  /** The highest version of the questionnaire that was published last. */
  latestQuestionnaire(): Promise<Questionnaire | null>

  /** The first `told` of the rows that clash are reported. */
  stageTravelers(told: number): TravelerStaging
  /** How many are in the register. */
  registeredTravelers(): Promise<number>
  /** Counts of those whose last trip lies in the months. */
  countFrame(frame: FrameOf): Promise<FrameCounts>
  /**
   * Suppresses an address for good, whether or not a traveler has it, and says whether one has. An objection takes the place
   * of a bounce.
   */
  suppressAddress(emailKey: Uint8Array, reason: SuppressionReason, at: Instant): Promise<boolean>
  /** Whether an address gets no letters since somebody said so, or was erased; one that only bounced may still say so. */
  wantsNoLetters(emailKey: Uint8Array): Promise<boolean>
  /** Deletes a traveler everywhere and suppresses the address as `erased`. Null where the number is nobody's. */
  eraseTraveler(erasure: ErasureOf): Promise<Erasure | null>

  wave(period: PeriodKey): Promise<Wave | null>
  /** Newest period first. */
  waves(): Promise<readonly Wave[]>
  /** Null where there is no wave. */
  sealedPlan(period: PeriodKey): Promise<SealedPlan | null>
  /** Answered of invited in the wave unlinked last; null before the first. */
  lastResponseRate(): Promise<Share | null>
  /** Chosen from the feedback on a half-year, first chosen first. */
  improvements(period: PeriodKey): Promise<readonly ToldImprovement[]>
  /** What a wave on the period opens under: `base`, and what two people have changed for it. */
  rulesInForce(period: PeriodKey, base: WaveRules): Promise<WaveRules>
  /**
   * Reads the frame, and writes what is planned of it: wave, cells, invitations and their letters. Takes a while in a large
   * one; nothing of it is there for others, or left after a failure, until all is written.
   */
  openWave(
    opening: WaveOpening,
  ): Promise<Outcome<WavePlan, { readonly code: 'wave-exists' | 'other-wave-opening' | 'no-eligible-travelers' }>>
  /** Posts the reminders that the moments make due, and gives how many. None where the wave is not open. */
  remindWave(waveId: Id, moments: ReminderMoments): Promise<number>
  /** Counts an open wave as of a full hour and keeps what is published. False when it is not open, or that hour is counted. */
  countOpenWave(waveId: Id, hour: Instant): Promise<boolean>
  funnel(period: PeriodKey): Promise<Funnel | null>
  /** Holds a wave's letters back. With `health` the officers get a letter about it. False when it is paused or not open. */
  pauseWave(waveId: Id, pause: WavePause, health: LetterHealth | null): Promise<boolean>
  /** Lets the letters go on; health is counted anew from here. False when it is not paused or not open. */
  resumeWave(waveId: Id): Promise<boolean>
  /** False while another proposal waits, or when the wave is not open. */
  proposeClose(change: CloseChange, mailbox: Uint8Array): Promise<boolean>
  /** The proposers of a change. */
  proposers(id: Id): Promise<readonly Hand[]>
  /** All that were proposed about a wave, newest first. */
  closeChanges(waveId: Id): Promise<readonly CloseChange[]>
  /**
   * Keeps a decision; `close` null declines. An approved one moves the wave's end and the day that waiting letters tell.
   * False when it is decided, or the wave is not open.
   */
  decideClose(
    id: Id,
    decision: { readonly by: ChangingOfficer; readonly at: Instant; readonly close: NewClose | null },
  ): Promise<boolean>
  undeliveredLetters(waveId: Id, some: { readonly offset: number; readonly limit: number }): Promise<UndeliveredLetters>
  /** The letters of open waves that are not paused. */
  letterHealth(): Promise<readonly LetterHealth[]>

  invitation(id: Id): Promise<Invitation | null>
  /** With what only the page is about: one look-up for what nearly every link asks. */
  openedInvitation(id: Id): Promise<OpenedInvitation | null>
  /** Whether an answer of the invitation's wave was given under this receipt. */
  receiptKnown(waveId: Id, receiptHash: Uint8Array): Promise<boolean>
  /** Durable when it resolves. The same receipt on a used link is `ok` again. What was kept of it unfinished is deleted. */
  saveAnswer(answer: NewAnswer): Promise<Outcome<null, SaveFault>>
  /** Puts it in the place of what the invitation kept before; durable when it resolves. */
  saveDraft(draft: NewDraft): Promise<Outcome<null, LinkFault>>

  /** The answer under a receipt code, until its wave is unlinked. */
  answerUnder(receiptHash: Uint8Array): Promise<KeptAnswer | null>
  /** Values and comment change in one act; durable when it resolves. */
  replaceAnswer(correction: Correction): Promise<Outcome<null, ReceiptFault>>
  /** Deletes the answer and counts it as withdrawn in one act. Its invitation stays answered. */
  withdrawAnswer(receiptHash: Uint8Array, at: Instant): Promise<Outcome<null, ReceiptFault>>

  /** Ends answering: drafts and waiting letters go, who got no reminder is counted. */
  closeWave(waveId: Id, at: Instant, moments: ReminderMoments): Promise<void>
  /** Counts the answers and destroys what could tie them to people; may be run again after any interruption. */
  unlinkWave(waveId: Id, at: Instant): Promise<void>
  /** Chooses how finely figures leave of waves that were unlinked before there was a choice. */
  chooseMissingSteps(): Promise<void>

  /** Refused before the wave is unlinked. */
  satisfactionCounts(
    period: PeriodKey,
  ): Promise<Outcome<SatisfactionCounts, { readonly code: 'no-wave' | 'wave-open' }>>
  /** Ratings of the aspects by those of the headline, of an unlinked wave; none of any other. */
  crossCounts(waveId: Id): Promise<readonly CrossCount[]>
  /** Counts the answers anew, puts wrong tallies right and tells which they were; before the wave is unlinked it has none. */
  rebuildTallies(waveId: Id): Promise<RebuiltTallies>
}
