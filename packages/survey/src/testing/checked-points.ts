import type { CheckedPoints } from '../opening/checklist.ts'
import { BASIS_PROFILES_VERSION } from '../travelers/legal-basis.ts'

/** A complete checklist, with which a wave may open. */
export const checkedPoints: CheckedPoints = {
  basisProfiles: BASIS_PROFILES_VERSION,
  noticeVersion: '6',
  assessedOn: '2025-12-01',
  backupDays: 30,
  personsAbroad: 0,
}
