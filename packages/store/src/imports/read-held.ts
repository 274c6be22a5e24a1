import type { Held, Leave } from '@wayproof/evidence'
import type { Instant } from '@wayproof/kernel'
import { isPublicAddress } from '@wayproof/kernel/public-address'
import type { ReadSql } from '../engine/sqlite/sql.ts'

const LEAVE = 'SELECT from_day AS fromDay, to_day AS toDay FROM staff_leave WHERE number = ?'

/** What rows are checked against, as it stands now; `later` reads the leave that is asked for afterwards. */
export function readHeld(sql: ReadSql, later: ReadSql = sql): Held {
  const ids = (text: string) =>
    sql<{ id: string }>(text)
      .all()
      .map(({ id }) => id)
  const partners = sql<{ id: string; out: string | null }>('SELECT id, offboarded AS out FROM partner').all()
  const incidents = sql<{ id: string; known: Instant | null }>('SELECT id, discovered AS known FROM incident').all()
  return {
    incidents: new Map(incidents.map(({ id, known }) => [id, known])),
    partners: new Map(partners.map(({ id, out }) => [id, out])),
    examinations: new Set(ids('SELECT id FROM security_assessment UNION SELECT id FROM security_scan')),
    surfaces: new Set(ids('SELECT id FROM policy_surface')),
    versions: new Set(ids('SELECT version AS id FROM policy_version')),
    onRoster: (number) => later('SELECT 1 FROM staff_role WHERE number = ? LIMIT 1').get(number) !== undefined,
    isPublicAddress,
    leaveOf: (number) => later<Leave>(LEAVE).all(number),
    founded: sql<{ day: string | null }>('SELECT founded_on AS day FROM organisation').get()?.day ?? null,
  }
}
