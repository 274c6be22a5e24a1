import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { type PeriodKey, periodKey, periodOf } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import { pauseFailingWaves } from '../delivery/pause-failing-waves.ts'
import { testMailBeforeOpening } from '../delivery/test-mail-before-opening.ts'
import { provePdf } from '../health/prove-pdf.ts'
import { alertAtOnce, mailDigests } from '../notices/mail-deadlines.ts'
import { mailGoalChanges } from '../notices/mail-goal-changes.ts'
import { tellOfBounces } from '../notices/tell-of-bounces.ts'
import { tellOfReports } from '../notices/tell-of-reports.ts'
import { tellOfRequests } from '../notices/tell-of-requests.ts'
import { planPageChecks } from '../policy-pages/check-pages.ts'
import type { CalendarPorts, DueRun } from '../scheduler-ports.ts'
import { certifyUnlinking } from './certify-unlinking.ts'
import { chainAuditLog, verifyAuditLog } from './chain-audit-log.ts'
import { closeDueWaves } from './close-due-waves.ts'
import { countWaves } from './count-waves.ts'
import { deleteDueRows } from './delete-due-rows.ts'
import { mailEditions } from './mail-editions.ts'
import { openDueWaves } from './open-due-waves.ts'
import { remindOwners } from './remind-owners.ts'
import { remindTravelers } from './remind-travelers.ts'

interface Dated {
  readonly job: string
  /** Runs while sample data is loaded, because it neither reads records nor writes any. */
  readonly besideSample?: boolean
  /** Second, minute, hour, day of the month, month, day of the week, in the organization's time zone. */
  readonly schedule: string
}

/** Runs once for each period, also after downtime; `run` returns the outcome to store. */
export interface PeriodicEntry extends Dated {
  readonly period: (at: Instant, timeZone: string) => PeriodKey
  readonly run: (ports: CalendarPorts, run: DueRun) => Promise<string>
}

/**
 * Checks whether something is due; repeating a check is harmless, so missed ones are not caught up. One that throws or
 * returns UNFINISHED is repeated at the next run. A number says how much was done; a check returns none where it would tell of
 * whistleblowers' reports or of who has answered.
 */
export interface CheckEntry extends Dated {
  readonly period: null
  readonly run: (ports: CalendarPorts) => Promise<unknown>
}

export type CalendarEntry = PeriodicEntry | CheckEntry

const month = (at: Instant, timeZone: string): PeriodKey => periodKey(periodOf('month', dateAt(at, timeZone)))

export const calendar: readonly CalendarEntry[] = [
  { job: 'close-waves', schedule: '0 * * * * *', period: null, run: closeDueWaves },
  { job: 'certify-unlinking', schedule: '30 * * * * *', period: null, run: certifyUnlinking },
  // The program decides the day: the first working day of January and July by default, by the holidays of the year.
  { job: 'open-waves', schedule: '0 * * * * *', period: null, run: openDueWaves },
  {
    job: 'end-approvals',
    schedule: '50 * * * * *',
    period: null,
    run: ({ store, clock }) => store.approvals.expire(clock.now()),
    besideSample: true,
  },
  // Counted back from the day that the program decides.
  { job: 'test-mail-server', schedule: '45 * * * * *', period: null, run: testMailBeforeOpening },
  // Bounces also arrive by the webhook, which does not notify the scheduler.
  { job: 'watch-letters', schedule: '15 * * * * *', period: null, run: (ports) => pauseFailingWaves(ports) },
  // An open wave is counted only at these times, for its published figures.
  { job: 'count-open-waves', schedule: '0 0 * * * *', period: null, run: countWaves },
  { job: 'remind-travelers', schedule: '0 0 10 * * *', period: null, run: remindTravelers },
  { job: 'delete-what-is-due', schedule: '0 0 3 * * *', period: null, run: deleteDueRows },
  // Acts do not wait for their place in the chain.
  { job: 'chain-audit-log', schedule: '5 * * * * *', period: null, run: chainAuditLog, besideSample: true },
  { job: 'verify-audit-log', schedule: '0 0 6 * * *', period: null, run: verifyAuditLog, besideSample: true },
  { job: 'prove-pdf', schedule: '0 0 4 * * *', period: null, run: provePdf, besideSample: true },
  { job: 'check-policy-pages', schedule: '0 0 5 * * *', period: null, run: planPageChecks },
  { job: 'tell-of-requests', schedule: '0 0 8 * * *', period: null, run: tellOfRequests },
  { job: 'tell-of-reports', schedule: '0 0 8 * * *', period: null, run: tellOfReports },
  // Each person chose the hour of the digest.
  { job: 'mail-digests', schedule: '0 0 * * * *', period: null, run: mailDigests },
  // Deadlines in hours cannot wait for the digest.
  { job: 'alert-at-once', schedule: '20 * * * * *', period: null, run: alertAtOnce },
  // Counts days, so it looks once a day.
  { job: 'mail-goal-changes', schedule: '0 30 7 * * *', period: null, run: mailGoalChanges },
  { job: 'remind-owners', schedule: '0 0 9 5 * *', period: month, run: remindOwners },
  { job: 'tell-of-bounces', schedule: '0 5 * * * *', period: null, run: tellOfBounces, besideSample: true },
  // By day, because people read it.
  { job: 'executive-summary', schedule: '0 0 8-20 * * *', period: null, run: mailEditions },
]
