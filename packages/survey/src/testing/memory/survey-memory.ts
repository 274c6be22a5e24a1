import type { CrossCount } from '@wayproof/forms/questionnaire/driver-items'
import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import type { SuppressionReason } from '@wayproof/journal/outbox/suppress-address'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { Participant } from '@wayproof/kernel/people/second-person'
import type { Answer } from '../../answers/answer.ts'
import type { TallyEntry } from '../../answers/tally.ts'
import type { CodedComment, CommentCode, StoredCommentedShare } from '../../comments/comment.ts'
import type { Checklist } from '../../opening/checklist.ts'
import type { MentionedImprovement } from '../../opening/improvement.ts'
import type { OpeningQuestion } from '../../opening/opening-question.ts'
import type { AutomaticPlan } from '../../opening/opening-words.ts'
import type { WaveRules } from '../../opening/ports.ts'
import type { WavePlan } from '../../opening/wave-plan.ts'
import { DEFAULT_PROGRAMME, type Programme } from '../../programme/programme.ts'
import type { Skip } from '../../sampling/skip.ts'
import type { MailRoute } from '../../travelers/mail-route.ts'
import type { TravelerImport } from '../../travelers/ports.ts'
import type { Traveler } from '../../travelers/traveler.ts'
import type { CloseChange } from '../../waves/close-change.ts'
import type { Wave } from '../../waves/wave.ts'
import type { AnswerDay, WaveFigures } from '../../waves/wave-figures.ts'
import type { LetterHealth, WavePause } from '../../waves/wave-pause.ts'

export interface MemoryTraveler extends Traveler {
  readonly id: Id
  readonly addressKey: string
  readonly importId: Id
}

/** Sent letters of a wave by kind. */
export type LetterCounts = Pick<WaveFigures, 'delivered' | 'written' | 'reminded' | 'remindedAgain'>

export interface MemoryWave {
  readonly plan: WavePlan
  wave: Wave
  answered: number
  withdrawn: number
  /** True once the answers were deleted on schedule. */
  answersDeleted: boolean
  days: readonly AnswerDay[]
  /** Published counts of the last full hour while the wave is open. */
  figures: (WaveFigures & { readonly at: Instant }) | null
  skips: readonly Skip[]
  /** Letters tried and refused when the wave was last resumed. */
  atResume: { readonly tried: number; readonly refused: number; readonly complained: number }
  /** When reminders were queued last. */
  remindedAt: Instant | null
  reminderRounds: number
  /** Counts of letters when the wave was unlinked; before that they are counted from the letters. */
  letterCounts: LetterCounts | null
  tallies: readonly (TallyEntry & { count: number })[]
  pairs: readonly CrossCount[]
}

export interface MemoryInvitation {
  readonly id: Id
  readonly waveId: Id
  readonly travelerId: Id
  cellId: Id | null
  generation: number | null
  answered: boolean | null
  draft: Uint8Array | null
}

export interface MemoryLetter {
  readonly kind: 'invitation' | 'first-reminder' | 'last-reminder'
  readonly waveId: Id
  readonly invitationId: Id
  readonly travelerId: Id
  readonly createdAt: Instant
  generation: number
  closesOn: string
  state: 'queued' | 'sent' | 'failed' | 'bounced' | 'complained' | 'suppressed'
  sentAt: Instant | null
  /** Last reply of the mail server. */
  reply: string | null
  /** When it was sent again. */
  sentAgain?: readonly Instant[]
}

export interface MemoryAnswer extends Answer {
  readonly waveId: Id
  readonly cellId: Id
  readonly language: string
  /** Null once the wave is unlinked. */
  readonly receipt: string | null
}

/** Everything that the in-memory survey stores share. A test may read it, or change it as another process would. */
export interface SurveyMemory {
  readonly questionnaires: { readonly questionnaire: Questionnaire; readonly publishedAt: Instant }[]
  /** Wording of open drafts. */
  readonly questionnaireDrafts: Map<Id, Questionnaire>
  programme: Programme
  checklist: Checklist | null
  route: MailRoute
  questions: readonly (OpeningQuestion & { readonly leftOutBy: string | null })[]
  readonly improvements: Map<PeriodKey, readonly MentionedImprovement[]>
  /** Approved changes of the wave rules, oldest first, each with the period from which it applies. */
  readonly ruleChanges: { readonly from: PeriodKey; readonly rules: Partial<WaveRules> }[]
  readonly travelers: Map<Id, MemoryTraveler>
  readonly imports: TravelerImport[]
  readonly suppressed: Map<string, { readonly reason: SuppressionReason; readonly at: Instant }>
  /** True while another process is opening a wave. */
  otherOpening: boolean
  readonly waves: Map<Id, MemoryWave>
  readonly invitations: Map<Id, MemoryInvitation>
  letters: readonly MemoryLetter[]
  answers: readonly MemoryAnswer[]
  /** Emails to the officers about waves that paused themselves. */
  pauseNotices: readonly (WavePause & LetterHealth)[]
  readonly approvedOpenings: Map<PeriodKey, AutomaticPlan>
  closeChanges: readonly (CloseChange & { readonly hand: Participant })[]
  readonly codes: Map<Id, CommentCode>
  comments: readonly (CodedComment & { readonly waveId: Id })[]
  readonly commentedShares: Map<Id, readonly StoredCommentedShare[]>
}

export const emptyMemory = (): SurveyMemory => ({
  questionnaires: [],
  questionnaireDrafts: new Map(),
  programme: DEFAULT_PROGRAMME,
  checklist: null,
  route: { acceptedAt: null, folder: null },
  questions: [],
  improvements: new Map(),
  ruleChanges: [],
  travelers: new Map(),
  imports: [],
  suppressed: new Map(),
  otherOpening: false,
  waves: new Map(),
  invitations: new Map(),
  letters: [],
  answers: [],
  pauseNotices: [],
  approvedOpenings: new Map(),
  closeChanges: [],
  codes: new Map(),
  comments: [],
  commentedShares: new Map(),
})
