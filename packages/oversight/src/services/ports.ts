import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { Instant } from '@wayproof/kernel/clock'
import type { JobResult, JobRunResult, PlannedRun } from './job-result.ts'
import type { DeliveryHold, Outage, Service, ServiceContact } from './service.ts'

export interface ServiceStore {
  contacts(): Promise<readonly ServiceContact[]>
  /** The service works: ends its outage, and its question to officers. A scheduler whose silence nobody reported gets its outage now. */
  noteContact(service: Service, place: string, now: Instant): Promise<void>
  /** The service did not work; the first failure of an unknown service counts as its contact. */
  noteFailure(service: Service, place: string, error: string, now: Instant): Promise<void>
  /**
   * Opens the outages of silent services and asks the officers about them. Returns those that were new. `watchedSince`:
   * since then somebody has tried to reach them.
   */
  reportSilent(services: readonly Service[], watchedSince: Instant, now: Instant): Promise<readonly Service[]>
  /** Forgets services that are no longer set up. */
  keepOnly(services: readonly Service[]): Promise<void>
  /** Newest first. */
  outages(since: Instant): Promise<readonly Outage[]>
  /** Letters that wait; all letters first. */
  holds(): Promise<readonly DeliveryHold[]>
  /**
   * Stores the holds of a scheduler, and ends those of domains that `accepted` a letter since. Officers are asked once about
   * a hold that lasts long, and told when it has ended. Returns true if any hold is stored.
   */
  recordHolds(holds: readonly DeliveryHold[], accepted: ReadonlySet<string>, now: Instant): Promise<boolean>
}

export interface JobResultStore {
  /**
   * Stores the results of one run of the calendar, and when each job runs next. `isResumed`: the run follows an outage,
   * so that no result continues.
   */
  record(
    results: readonly JobRunResult[],
    planned: readonly PlannedRun[],
    at: Instant,
    isResumed: boolean,
  ): Promise<void>
  /** The next run of each job, soonest first. */
  planned(): Promise<readonly PlannedRun[]>
  /** Results of a day, newest first. */
  resultsOn(day: CalendarDate, timeZone: string): Promise<readonly JobResult[]>
  /** The newest result of each job. */
  newest(): Promise<readonly JobResult[]>
}
