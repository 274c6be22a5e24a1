export { type Alert, dueKey, type LastAlert, lastAlertOf, newAlerts } from './deadlines/alert.ts'
export { calendarDuties, freezeDueOn, refreezeDueOn, sealDueOn, signatureDueOn } from './deadlines/calendar-duties.ts'
export {
  DEADLINE_KINDS,
  DEADLINE_ROLES,
  type Deadline,
  type DeadlineKind,
  type Due,
  type DutyPerson,
  type DutyRole,
  deadlineId,
  deadlineOf,
  isTaskOf,
  maySee,
  type OpenDuty,
} from './deadlines/deadline.ts'
export { type DeadlinePlace, placeAddress, placeOf } from './deadlines/deadline-place.ts'
export type { AlertedPerson, DeadlineStore } from './deadlines/ports.ts'
export { type ListedDeadline, readDeadlines } from './deadlines/read-deadlines.ts'
export {
  ALERT_DAYS,
  ALERT_STEPS,
  type AlertStep,
  alertStep,
  byDue,
  dueDay,
  isLaterStep,
  isOverdue,
  type TimeLeft,
  timeLeft,
} from './deadlines/urgency.ts'
export { confirmChange, type FactChange, type FactWatch, isSameWatch, LASTING_DAYS } from './goal-changes/fact-watch.ts'
export { type FactLook, type FactState, factKey, type GoalFact, isBad } from './goal-changes/goal-fact.ts'
export { reviewFacts } from './goal-changes/review-facts.ts'
