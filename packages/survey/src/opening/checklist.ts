import type { CalendarDate, Instant } from '@wayproof/kernel'
import { BASIS_PROFILES_VERSION } from '../travelers/legal-basis.ts'
import { type MailRoute, provenRoute } from '../travelers/mail-route.ts'

/** What must be true before a wave opens, as far as an officer has stated it; null is not stated. */
export interface CheckedPoints {
  /** Version of the legal basis profiles that were found right. */
  readonly basisProfiles: number | null
  /** Version of the privacy notice that travelers are shown. */
  readonly noticeVersion: string | null
  /** Day of the impact assessment on file. */
  readonly assessedOn: CalendarDate | null
  /** Days after which every backup of the database is gone. */
  readonly backupDays: number | null
  /** Persons whose data leave the country, the mail relay included. */
  readonly personsAbroad: number | null
}

export interface Checklist extends CheckedPoints {
  readonly confirmedAt: Instant
  /** Name of the officer. */
  readonly confirmedBy: string
}

export type Lacking = 'basis-profiles' | 'notice' | 'assessment' | 'backups' | 'persons-abroad' | 'mail-server'

/** A backup of an open wave still ties answers to people: it must be gone this soon after the close. */
export const LONGEST_BACKUP_DAYS = 30

/** What may be stated at most, whether it holds or not. */
export const BACKUP_DAYS_AT_MOST = 3650

/** Beside what an officer states: the moment and its day, and how letters leave. */
export interface CheckedAt {
  readonly today: CalendarDate
  readonly now: Instant
  readonly route: MailRoute
}

/** What keeps a wave from opening now; empty when the checklist holds. */
export function lackingOf(checklist: CheckedPoints | null, { today, now, route }: CheckedAt): readonly Lacking[] {
  const {
    basisProfiles = null,
    noticeVersion = null,
    assessedOn = null,
    backupDays = null,
    personsAbroad = null,
  } = checklist ?? {}
  const faults: Readonly<Record<Lacking, boolean>> = {
    'basis-profiles': basisProfiles !== BASIS_PROFILES_VERSION,
    notice: noticeVersion === null || noticeVersion.trim() === '',
    assessment: assessedOn === null || assessedOn > today,
    backups: backupDays === null || backupDays < 0 || backupDays > LONGEST_BACKUP_DAYS,
    'persons-abroad': personsAbroad === null || personsAbroad < 0,
    'mail-server': provenRoute(route, now) === null,
  }
  return (Object.keys(faults) as Lacking[]).filter((point) => faults[point])
}
