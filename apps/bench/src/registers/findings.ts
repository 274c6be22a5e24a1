import type { AuditFinding } from '@wayproof/evidence/registers/partners/audit-finding'
import { addDays } from '@wayproof/kernel/calendar/calendar-date'
import { fillRegister } from '../fixtures/fill-register.ts'
import type { FixturePlace } from '../fixtures/fixture-store.ts'

export const LISTED_REGISTER = 'audit-findings'

const PARTNERS = 40
const DAYS = 700
const FIRST_DAY = '2025-01-01'
const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const
const OWNERS = ['Procurement', 'Security', 'Legal', 'Sales']
const WORDS = [
  'access',
  'rights',
  'system',
  'bookings',
  'list',
  'processors',
  'café',
  'menu',
  'restore',
  'test',
  'visit',
]
/** Words of one finding. */
const FINDING_WORDS = 12

/** Fills the register of findings, the one with most kinds of columns and views, with `rows` different rows. */
export const registerOfFindings = (place: FixturePlace, rows: number): Promise<void> =>
  fillRegister(place, LISTED_REGISTER, rows, finding)

/** A third is open. The order of no column is that of another. */
function finding(index: number): AuditFinding {
  const foundOn = addDays(FIRST_DAY, (index * 389) % DAYS)
  const isDone = index % 3 !== 0
  return {
    id: findingId(index),
    partnerId: `P${String((index * 7) % PARTNERS).padStart(3, '0')}`,
    foundOn,
    finding: textOf(index),
    severity: SEVERITIES[(index * 3) % SEVERITIES.length] ?? 'low',
    action: isDone ? `proof ${index % 1_000}` : null,
    owner: OWNERS[(index * 5) % OWNERS.length] ?? 'Legal',
    dueOn: addDays(foundOn, 30 + (index % 90)),
    doneOn: isDone ? addDays(foundOn, 20 + (index % 60)) : null,
    checkedOn: null,
    effective: null,
  }
}

const textOf = (index: number): string =>
  Array.from({ length: FINDING_WORDS }, (_, n) => WORDS[(index * (n + 3)) % WORDS.length])
    .concat(String((index * 31) % 9973))
    .join(' ')

export const findingId = (index: number): string => `F-${String(index).padStart(6, '0')}`
