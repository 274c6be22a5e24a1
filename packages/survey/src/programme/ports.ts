import type { Instant, PeriodKey } from '@wayproof/kernel'
import type { Checklist } from '../opening/checklist.ts'
import type { OpeningQuestion } from '../opening/opening-question.ts'
import type { MailRouteStore } from '../travelers/mail-route.ts'
import type { Programme } from './programme.ts'

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
