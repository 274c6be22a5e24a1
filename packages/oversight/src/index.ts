export {
  DEADLINE_KINDS,
  DEADLINE_ROLES,
  type Deadline,
  type DeadlineKind,
  type Due,
  type DutyRole,
  deadlineId,
} from './deadlines/deadline.ts'
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
