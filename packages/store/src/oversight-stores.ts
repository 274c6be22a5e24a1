import type { SavedViewStore } from '@wayproof/evidence/saved-view'
import type { Ids } from '@wayproof/kernel'
import type { AlertStore, GoalWatchStore } from '@wayproof/letters'
import type { DecisionStore } from '@wayproof/letters/decisions'
import type { DeadlineStore } from '@wayproof/oversight'
import type { ActionListStore } from '@wayproof/oversight/actions'
import type { AuditLogStore } from '@wayproof/oversight/audit-log'
import type { MeetingStore } from '@wayproof/oversight/meetings'
import type { SurveyLanguages } from '@wayproof/survey'
import type { QuestionnaireDraftStore } from '@wayproof/survey/questionnaire-draft'
import { savedViewStore } from './accounts/saved-view-store.ts'
import { actionListStore } from './actions/action-list-store.ts'
import { type ApprovalStore, approvalStore } from './approvals/approval-store.ts'
import { auditLogStore } from './audit-log/audit-log-store.ts'
import { type Arrivals, readArrivals } from './audit-log/read-arrivals.ts'
import { alertStore } from './deadlines/alert-store.ts'
import { deadlineStore } from './deadlines/deadline-store.ts'
import { decisionStore } from './decisions/decision-store.ts'
import type { StoreDatabase } from './engine/store-database.ts'
import { goalWatchStore } from './goal-changes/goal-watch-store.ts'
import { languageStore } from './languages/language-store.ts'
import { meetingStore } from './meetings/meeting-store.ts'
import { questionnaireDraftStore } from './questionnaires/draft-store.ts'
import { type StraightLiningStore, straightLiningStore } from './tallies/straight-lining-store.ts'

/**
 * Deadlines, changes of goals, actions, meetings, decisions of executives, drafts of questionnaires, languages of the
 * survey, straight-lining of waves, the audit log and people's views of lists.
 */
export interface OversightStores {
  readonly deadlines: DeadlineStore
  readonly alerts: AlertStore
  readonly goalWatches: GoalWatchStore
  readonly actionList: ActionListStore
  readonly meetings: MeetingStore
  readonly decisions: DecisionStore
  readonly questionnaireDrafts: QuestionnaireDraftStore
  readonly languages: SurveyLanguages
  readonly straightLining: StraightLiningStore
  readonly auditLog: AuditLogStore
  readonly savedViews: SavedViewStore
  readonly approvals: ApprovalStore
  /** Marks that change when a request or a policy check arrives. */
  arrivals(): Promise<Arrivals>
}

export const oversightStores = (
  database: StoreDatabase,
  deps: { readonly ids: Ids; readonly timeZone: string },
): OversightStores => ({
  deadlines: deadlineStore(database),
  alerts: alertStore(database, deps),
  goalWatches: goalWatchStore(database, deps),
  actionList: actionListStore(database),
  meetings: meetingStore(database),
  decisions: decisionStore(database),
  questionnaireDrafts: questionnaireDraftStore(database),
  languages: languageStore(database),
  straightLining: straightLiningStore(database),
  auditLog: auditLogStore(database, deps),
  savedViews: savedViewStore(database),
  approvals: approvalStore(database, deps),
  arrivals: () => readArrivals(database),
})
