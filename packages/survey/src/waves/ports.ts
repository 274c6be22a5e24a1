import type { Hand, Id, Instant, PeriodKey, Share } from '@wayproof/kernel'
import type { ChangingOfficer, CloseChange, NewClose } from './close-change.ts'
import type { ReminderMoments } from './reminder.ts'
import type { UndeliveredLetters } from './undelivered-letter.ts'
import type { Funnel, Wave } from './wave.ts'
import type { LetterHealth, WavePause } from './wave-pause.ts'

/** Waves from their opening to their end, kept. Every write is on disk when its promise resolves. */
export interface WaveStore {
  wave(period: PeriodKey): Promise<Wave | null>
  /** Newest period first. */
  waves(): Promise<readonly Wave[]>
  /** Answered of invited in the wave unlinked last; null before the first. */
  lastResponseRate(): Promise<Share | null>
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
  /** Ends answering: drafts and waiting letters go, who got no reminder is counted. */
  closeWave(waveId: Id, at: Instant, moments: ReminderMoments): Promise<void>
  /** Counts the answers and destroys what could tie them to people; may be run again after any interruption. */
  unlinkWave(waveId: Id, at: Instant): Promise<void>
  /** Chooses how finely figures leave of waves that were unlinked before there was a choice. */
  chooseMissingSteps(): Promise<void>
}
