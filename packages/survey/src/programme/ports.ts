import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import type { Checklist } from '../opening/checklist.ts'
import type { OpeningQuestion } from '../opening/opening-question.ts'
import type { AutomaticPlan } from '../opening/opening-words.ts'
import type { MailRouteStore } from '../travelers/mail-route.ts'
import type { Programme } from './programme.ts'

export interface ProgrammeStore extends MailRouteStore {
  /** Returns the defaults until a plan is saved. */
  programme(): Promise<Programme>
  /** `check` gets the current plan in the same transaction, and throws if it may not be replaced. */
  saveProgramme(programme: Programme, check?: (current: Programme) => void): Promise<void>
  /** Null until an officer fills it in. */
  checklist(): Promise<Checklist | null>
  saveChecklist(checklist: Checklist, check?: (current: Checklist | null) => void): Promise<void>
  /** The automatic opening that two officers approved for a half-year, in time; null if none was. */
  approvedOpening(period: PeriodKey): Promise<AutomaticPlan | null>
  /** Records the question once; an existing question is not changed. */
  askAboutOpening(question: Omit<OpeningQuestion, 'leftOutAt'>): Promise<void>
  /** True if the officers were ever asked about the opening for a period. */
  askedAboutOpening(period: PeriodKey): Promise<boolean>
  /** Open questions: the period has no wave and was not skipped. Newest period first. */
  openingQuestions(): Promise<readonly OpeningQuestion[]>
  /** False if there is no such question or it is already answered. */
  leaveOutOpening(period: PeriodKey, by: string, at: Instant): Promise<boolean>
}
