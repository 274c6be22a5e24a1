import { type ApprovalStore, approvalStore } from '@wayproof/accounts/approvals/approval-store'
import type { StoreDatabase } from '@wayproof/database/store-database'
import type { SavedViewStore } from '@wayproof/evidence/rows/saved-view'
import { savedViewStore } from '@wayproof/evidence/rows/saved-view-store'
import { languageStore } from '@wayproof/forms/languages/language-store'
import type { SurveyLanguages } from '@wayproof/forms/languages/ports'
import type { QuestionnaireDraftStore } from '@wayproof/forms/questionnaire-draft/ports'
import { questionnaireDraftStore } from '@wayproof/forms/questionnaires/draft-store'
import { auditLogStore } from '@wayproof/journal/audit-log/audit-log-store'
import type { AuditLogStore } from '@wayproof/journal/audit-log/ports'
import { type Arrivals, readArrivals } from '@wayproof/journal/audit-log/read-arrivals'
import type { Ids } from '@wayproof/kernel/id'
import { alertStore } from '@wayproof/letters/deadlines/alert-records'
import type { AlertStore } from '@wayproof/letters/deadlines/alert-store'
import { decisionStore } from '@wayproof/letters/decisions/decision-store'
import type { DecisionStore } from '@wayproof/letters/decisions/executive-decision'
import { goalWatchStore } from '@wayproof/letters/goal-changes/goal-watch-records'
import type { GoalWatchStore } from '@wayproof/letters/goal-changes/goal-watch-store'
import { type ActionListStore, actionListStore } from '@wayproof/oversight/actions/action-list-store'
import { deadlineStore } from '@wayproof/oversight/deadlines/deadline-store'
import type { DeadlineStore } from '@wayproof/oversight/deadlines/ports'
import { type MeetingStore, meetingStore } from '@wayproof/oversight/meetings/meetings'
import { type StraightLiningStore, straightLiningStore } from '@wayproof/survey/tallies/straight-lining-store'

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
  meetings: meetingStore(database, deps),
  decisions: decisionStore(database),
  questionnaireDrafts: questionnaireDraftStore(database),
  languages: languageStore(database),
  straightLining: straightLiningStore(database),
  auditLog: auditLogStore(database, deps),
  savedViews: savedViewStore(database),
  approvals: approvalStore(database, deps),
  arrivals: () => readArrivals(database),
})
