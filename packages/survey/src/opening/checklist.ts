import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { Instant } from '@wayproof/kernel/clock'
import { BASIS_PROFILES_VERSION } from '../travelers/legal-basis.ts'
import { type MailRoute, provenRoute } from '../travelers/mail-route.ts'

/** Preconditions for opening a wave, as stated by an officer; null means not stated. */
export interface CheckedPoints {
  /** Version of the legal basis profiles that the officer confirmed. */
  readonly basisProfiles: number | null
  /** Version of the privacy notice that travelers see. */
  readonly noticeVersion: string | null
  /** Day of the impact assessment on file. */
  readonly assessedOn: CalendarDate | null
  /** Days after which every backup of the database is deleted. */
  readonly backupDays: number | null
  /** Number of people whose data is transferred abroad, including through the mail relay. */
  readonly personsAbroad: number | null
}

export interface Checklist extends CheckedPoints {
  readonly confirmedAt: Instant
  /** Name of the officer. */
  readonly confirmedBy: string
}

export type ChecklistGap = 'basis-profiles' | 'notice' | 'assessment' | 'backups' | 'persons-abroad' | 'mail-server'

/**
 * Maximum days that a backup may outlive the close of a wave, because a backup of an open wave still links answers to
 * people.
 */
export const LONGEST_BACKUP_DAYS = 30

/** Maximum value that the form accepts, whether or not it is short enough to open a wave. */
export const BACKUP_DAYS_AT_MOST = 3650

/** Facts beside the officer's statements: the moment, its day, and the mail route. */
export interface CheckedAt {
  readonly today: CalendarDate
  readonly now: Instant
  readonly route: MailRoute
}

/** Reasons why a wave cannot open now; empty if the checklist is complete. */
export function checklistGaps(
  checklist: CheckedPoints | null,
  { today, now, route }: CheckedAt,
): readonly ChecklistGap[] {
  const {
    basisProfiles = null,
    noticeVersion = null,
    assessedOn = null,
    backupDays = null,
    personsAbroad = null,
  } = checklist ?? {}
  const faults: Readonly<Record<ChecklistGap, boolean>> = {
    'basis-profiles': basisProfiles !== BASIS_PROFILES_VERSION,
    notice: noticeVersion === null || noticeVersion.trim() === '',
    assessment: assessedOn === null || assessedOn > today,
    backups: backupDays === null || backupDays < 0 || backupDays > LONGEST_BACKUP_DAYS,
    'persons-abroad': personsAbroad === null || personsAbroad < 0,
    'mail-server': provenRoute(route, now) === null,
  }
  return (Object.keys(faults) as ChecklistGap[]).filter((point) => faults[point])
}
