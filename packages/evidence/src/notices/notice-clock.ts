import type { Instant } from '@wayproof/kernel'
import type { Incident } from '../registers/incident.ts'
import type { IncidentNotice } from '../registers/incident-notice.ts'
import { NOTICE_DUTY_IDS, type NoticeDutyId, type NoticeFact, noticeDuty, SEVERITIES } from './notice-duty.ts'

const HOUR = 3_600_000

export type NoticeState =
  /** Nobody has decided yet whether the law wants it. */
  | 'undecided'
  /** The same, after the last moment at which a notice would have been in time. */
  | 'undecided-overdue'
  | 'not-wanted'
  /** Wanted, but nobody noted when the company knew, so that no clock runs. */
  | 'no-start'
  /** Not given yet: in time so far, or wanted at once without a number of hours. */
  | 'running'
  | 'at-once'
  | 'overdue'
  | 'given'
  /** In time, without a fact that the law wants. */
  | 'given-incomplete'
  | 'given-late'

/** How a duty to tell of an incident stands at a moment. */
export interface NoticeClock {
  readonly duty: NoticeDutyId
  readonly state: NoticeState
  /** Null too where no notice is wanted. */
  readonly dueAt: Instant | null
  /** By how many milliseconds the notice is or was late; null where it is not. */
  readonly lateBy: number | null
  readonly notifiedAt: Instant | null
  readonly reason: string | null
  readonly reference: string | null
  /** What the law wants to be told, in its order, and whether it was; nothing where no notice is wanted. */
  readonly facts: readonly { readonly fact: NoticeFact; readonly told: boolean }[]
}

/** The last moment at which a notice is in time; null without a start or without a number of hours. Hours are hours on any clock. */
export function noticeDueAt(duty: NoticeDutyId, discovered: Instant | null): Instant | null {
  const { hours } = noticeDuty(duty)
  return hours === null || discovered === null ? null : discovered + hours * HOUR
}

/** Every duty that somebody decided on, and those that an incident of this kind may raise and nobody has looked at. */
export function noticeClocks(incident: Incident, notices: readonly IncidentNotice[], now: Instant): NoticeClock[] {
  return NOTICE_DUTY_IDS.flatMap((duty) => {
    const notice = notices.find((each) => each.duty === duty)
    if (!notice && !mayRaise(duty, incident)) return []
    const wanted = notice?.wanted !== false
    const dueAt = wanted ? noticeDueAt(duty, incident.discovered) : null
    const told = notice?.facts ?? []
    return [
      {
        duty,
        state: stateOf(duty, incident, notice, now),
        dueAt,
        lateBy: dueAt === null ? null : positive((notice?.notifiedAt ?? now) - dueAt),
        notifiedAt: notice?.notifiedAt ?? null,
        reason: notice?.reason ?? null,
        reference: notice?.reference ?? null,
        facts: wanted ? noticeDuty(duty).facts.map((fact) => ({ fact, told: told.includes(fact) })) : [],
      },
    ]
  })
}

const positive = (ms: number): number | null => (ms > 0 ? ms : null)

function stateOf(
  duty: NoticeDutyId,
  { discovered }: Incident,
  notice: IncidentNotice | undefined,
  now: Instant,
): NoticeState {
  const dueAt = noticeDueAt(duty, discovered)
  if (!notice) return dueAt !== null && now > dueAt ? 'undecided-overdue' : 'undecided'
  if (!notice.wanted) return 'not-wanted'
  if (notice.notifiedAt !== null) {
    if (dueAt !== null && notice.notifiedAt > dueAt) return 'given-late'
    const told = notice.facts ?? []
    return noticeDuty(duty).facts.every((fact) => told.includes(fact)) ? 'given' : 'given-incomplete'
  }
  if (noticeDuty(duty).hours === null) return 'at-once'
  if (dueAt === null) return 'no-start'
  return now > dueAt ? 'overdue' : 'running'
}

/** Whether somebody has to look at a duty: only while customers' data may be out, and only what may strike any company. */
function mayRaise(duty: NoticeDutyId, { customerData, disclosure, state, severity }: Incident): boolean {
  const { operator, from } = noticeDuty(duty)
  if (!customerData || disclosure === 'no' || state === 'rejected' || operator !== 'any') return false
  return from === null || severity === null || SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(from)
}
