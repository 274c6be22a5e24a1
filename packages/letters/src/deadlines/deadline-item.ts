import type { Alert } from '@wayproof/oversight/deadlines/alert'
import type { Deadline, Due } from '@wayproof/oversight/deadlines/deadline'
import type { AlertStep } from '@wayproof/oversight/deadlines/urgency'

/** The digest of a day, or a letter at once about duties that a law counts in hours. */
export type DeadlineOccasion = 'digest' | 'at-once'

/** A deadline in a letter. */
export interface DeadlineItem extends Pick<Deadline, 'kind' | 'subject' | 'part' | 'name'> {
  /** Null if a mail must not tell it. */
  readonly due: Due | null
  readonly step: AlertStep
}

/** The deadline of a letter. A whistleblower's report has neither name nor day in a mail, and any number is one line. */
export function deadlineItems(alerts: readonly Alert[]): readonly DeadlineItem[] {
  const isReport = ({ deadline }: Alert) => deadline.kind === 'report'
  const reports = alerts.filter(isReport)
  const others = alerts.filter((alert) => !isReport(alert))
  return [
    ...reports.slice(0, 1).map((alert) => ({ ...itemOf(alert), subject: '', part: null, due: null })),
    ...others.map(itemOf),
  ]
}

const itemOf = ({ deadline: { kind, subject, part, name, due }, step }: Alert): DeadlineItem => ({
  ...{ kind, subject, part, name, due, step },
})
