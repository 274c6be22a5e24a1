import type { QuestionnaireStore } from '@wayproof/forms/questionnaire/ports'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Clock, Instant } from '@wayproof/kernel/clock'
import type { Id, Ids, Tokens } from '@wayproof/kernel/id'
import type { Participant } from '@wayproof/kernel/people/second-person'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import type { Share } from '@wayproof/kernel/share'
import type { AnswerStore } from './answers/ports.ts'
import type { CommentStore } from './comments/comment-store.ts'
import type { OpeningStore, WaveRules } from './opening/ports.ts'
import type { ProgrammeStore } from './programme/ports.ts'
import type { TravelerStore } from './travelers/ports.ts'
import type { ChangingOfficer, CloseChange, NewClose } from './waves/close-change.ts'
import type { ReminderMoments, ReminderRound } from './waves/reminder.ts'
import type { UndeliveredLetters } from './waves/undelivered-letter.ts'
import type { Funnel, Wave } from './waves/wave.ts'
import type { LetterHealth, WavePause } from './waves/wave-pause.ts'

/** External dependencies of the survey use cases. */
export interface SurveyPorts {
  readonly store: SurveyStore
  readonly clock: Clock
  readonly ids: Ids
  readonly tokens: Tokens
  readonly keyring: Keyring
  /** IANA name of the organization's time zone. */
  readonly timeZone: string
  /** The default rules, before approved changes. */
  readonly rules: WaveRules
  /** Replaces the setting of the smallest wave. No app sets it; tests open small waves. */
  readonly smallestWave?: number | undefined
}

/** The complete storage of the survey package. */
export interface SurveyStore
  extends QuestionnaireStore,
    TravelerStore,
    ProgrammeStore,
    OpeningStore,
    WaveStore,
    AnswerStore,
    CommentStore {}

/** Storage of waves from opening to close. Every write is on disk when its promise resolves. */
export interface WaveStore {
  wave(period: PeriodKey): Promise<Wave | null>
  /** Newest period first. */
  waves(): Promise<readonly Wave[]>
  /** Answered of invited in the last unlinked wave that invited at least `smallestWave` people; null before the first. */
  lastResponseRate(smallestWave: number): Promise<Share | null>
  /**
   * Queues the reminders that are due at the given moments and returns their number. 0 if the wave is not open. The round
   * is recorded, in the audit log too, whether or not anybody is reminded: a record of letters alone would tell that
   * somebody had not answered.
   */
  remindWave(waveId: Id, moments: ReminderMoments, round: ReminderRound): Promise<number>
  /**
   * Counts an open wave as of a full hour and stores the published figures. False if it is not open or the hour is
   * already counted.
   */
  countOpenWave(waveId: Id, hour: Instant): Promise<boolean>
  funnel(period: PeriodKey): Promise<Funnel | null>
  /**
   * Pauses a wave's letters. With `health`, the officers are notified by email. False if it is already paused or not
   * open.
   */
  pauseWave(waveId: Id, pause: WavePause, health: LetterHealth | null): Promise<boolean>
  /** Resumes the letters and restarts the health counts. False if it is not paused or not open. */
  resumeWave(waveId: Id): Promise<boolean>
  /** False if another proposal is pending or the wave is not open. */
  proposeClose(change: CloseChange, mailbox: Uint8Array): Promise<boolean>
  /** The proposers of a change. */
  proposers(id: Id): Promise<readonly Participant[]>
  /** All proposed changes of a wave, newest first. */
  closeChanges(waveId: Id): Promise<readonly CloseChange[]>
  /**
   * Stores a decision; `close` null declines. An approval changes the wave's closing time and the closing date in
   * unsent letters. False if it is already decided or the wave is not open.
   */
  decideClose(
    id: Id,
    decision: { readonly by: ChangingOfficer; readonly at: Instant; readonly close: NewClose | null },
  ): Promise<boolean>
  undeliveredLetters(
    waveId: Id,
    page: { readonly offset: number; readonly limit: number; readonly now: Instant },
  ): Promise<UndeliveredLetters>
  /** Queues the undelivered invitations of these travelers again, where that is allowed. Returns how many. */
  sendAgain(waveId: Id, customerNumbers: readonly string[], at: Instant): Promise<number>
  /** Letter counts of the open waves that are not paused. */
  letterHealth(): Promise<readonly LetterHealth[]>
  /** Stops answering: deletes drafts and unsent letters, and counts the people without a reminder. */
  closeWave(waveId: Id, at: Instant, moments: ReminderMoments): Promise<void>
  /**
   * Counts the answers and destroys everything that could link them to people; safe to repeat after an interruption.
   */
  unlinkWave(waveId: Id, at: Instant): Promise<void>
}
