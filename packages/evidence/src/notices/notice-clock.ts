import type { Instant } from '@wayproof/kernel/clock'
import type { Incident } from '../registers/incidents/incident.ts'
import type { IncidentNotice } from '../registers/incidents/incident-notice.ts'
import { noticeDueAt } from './notice-deadline.ts'
import { NOTICE_DUTY_IDS, type NoticeDutyId, type NoticeFact, noticeDuty, SEVERITIES } from './notice-duty.ts'

export type NoticeState =
  /** Not decided yet whether the law requires the notice. */
  | 'undecided'
  /** Undecided, and the deadline for a timely notice has passed. */
  | 'undecided-overdue'
  | 'not-wanted'
  /** Required, but the moment of awareness is unknown, so no clock runs. */
  | 'no-start'
  /** Not given yet, and in time so far or due at once without a number of hours. */
  | 'running'
  | 'at-once'
  | 'overdue'
  | 'given'
  /** Given in time, but without a fact that the law requires. */
  | 'given-incomplete'
  | 'given-late'

/** State of an incident's notification duty at a moment. */
export interface NoticeClock {
  readonly duty: NoticeDutyId
  readonly state: NoticeState
  /** Also null if no notice is required. */
  readonly dueAt: Instant | null
  /** Milliseconds by which the notice is or was late, or null. */
  readonly lateBy: number | null
  readonly notifiedAt: Instant | null
  readonly reason: string | null
  readonly reference: string | null
  /**
   * Facts that the law requires, in its order, each with whether the notice contains it; empty if no notice is
   * required.
   */
  readonly facts: readonly { readonly fact: NoticeFact; readonly isStated: boolean }[]
}

/** The facts of an incident on which its duties depend. */
export type NotifiableIncident = Pick<Incident, 'customerData' | 'disclosure' | 'state' | 'severity' | 'discovered'>

/** A notice as recorded, without its incident. */
export type NoticeRecord = Pick<IncidentNotice, 'duty' | 'wanted' | 'notifiedAt' | 'facts' | 'reference' | 'reason'>

/** Returns every decided duty and the undecided ones that an incident of this kind may raise. */
export function noticeClocks(
  incident: NotifiableIncident,
  notices: readonly NoticeRecord[],
  now: Instant,
): NoticeClock[] {
  return NOTICE_DUTY_IDS.flatMap((duty) => {
    const notice = notices.find((each) => each.duty === duty)
    if (!notice && !mayRaise(duty, incident)) return []
    const isWanted = notice?.wanted !== false
    const dueAt = isWanted ? noticeDueAt(duty, incident.discovered) : null
    const stated = notice?.facts ?? []
    return [
      {
        duty,
        state: stateOf(duty, incident, notice, now),
        dueAt,
        lateBy: dueAt === null ? null : positive((notice?.notifiedAt ?? now) - dueAt),
        notifiedAt: notice?.notifiedAt ?? null,
        reason: notice?.reason ?? null,
        reference: notice?.reference ?? null,
        facts: isWanted ? noticeDuty(duty).facts.map((fact) => ({ fact, isStated: stated.includes(fact) })) : [],
      },
    ]
  })
}

const positive = (ms: number): number | null => (ms > 0 ? ms : null)

function stateOf(
  duty: NoticeDutyId,
  { discovered }: NotifiableIncident,
  notice: NoticeRecord | undefined,
  now: Instant,
): NoticeState {
  const dueAt = noticeDueAt(duty, discovered)
  if (!notice) return dueAt !== null && now > dueAt ? 'undecided-overdue' : 'undecided'
  if (!notice.wanted) return 'not-wanted'
  if (notice.notifiedAt !== null) {
    if (dueAt !== null && notice.notifiedAt > dueAt) return 'given-late'
    const stated = notice.facts ?? []
    return noticeDuty(duty).facts.every((fact) => stated.includes(fact)) ? 'given' : 'given-incomplete'
  }
  if (noticeDuty(duty).hours === null) return 'at-once'
  if (dueAt === null) return 'no-start'
  return now > dueAt ? 'overdue' : 'running'
}

/**
 * Returns true if a person has to decide on a duty: only while customer data may be affected, and only for duties of
 * any company.
 */
function mayRaise(duty: NoticeDutyId, { customerData, disclosure, state, severity }: NotifiableIncident): boolean {
  const { operator, from } = noticeDuty(duty)
  if (!customerData || disclosure === 'no' || state === 'rejected' || operator !== 'any') return false
  return from === null || severity === null || SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(from)
}
