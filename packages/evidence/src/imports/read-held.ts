import type { ReadQuery, Statement } from '@wayproof/database/query/query'
import type { Instant } from '@wayproof/kernel/clock'
import { isPublicAddress } from '@wayproof/kernel/network/public-address'
import type { Leave, StoredReferences } from '../checks/row-check.ts'

const ROSTER: Statement = ({ oneOf }) =>
  `SELECT DISTINCT number AS id FROM staff_role WHERE ${oneOf('number', '@numbers')}`

const LEAVE: Statement = ({ oneOf }) =>
  `SELECT number, from_day AS fromDay, to_day AS toDay FROM staff_leave WHERE ${oneOf('number', '@numbers')}`

/** The stored rows against which rows with these staff numbers are checked. */
export async function readHeld(query: ReadQuery, staffNumbers: readonly string[]): Promise<StoredReferences> {
  const ids = async (statement: Statement, numbers: readonly string[] = []) =>
    new Set((await query.all<{ id: string }>(statement, { numbers })).map(({ id }) => id))
  const partners = await query.all<{ id: string; until: string | null }>('SELECT id, offboarded AS until FROM partner')
  const incidents = await query.all<{ id: string; known: Instant | null }>(
    'SELECT id, discovered AS known FROM incident',
  )
  const leave = await query.all<Leave & { readonly number: string }>(LEAVE, { numbers: staffNumbers })
  const organisation = await query.get<{ day: string | null }>('SELECT founded_on AS day FROM organisation')
  return {
    incidents: new Map(incidents.map(({ id, known: discovered }) => [id, discovered])),
    partners: new Map(partners.map(({ id, until }) => [id, until])),
    examinations: await ids('SELECT id FROM security_assessment UNION SELECT id FROM security_scan'),
    surfaces: await ids('SELECT id FROM policy_surface'),
    versions: await ids('SELECT version AS id FROM policy_version'),
    roster: await ids(ROSTER, staffNumbers),
    leave: Map.groupBy(leave, ({ number }) => number),
    isPublicAddress,
    founded: organisation?.day ?? null,
  }
}
