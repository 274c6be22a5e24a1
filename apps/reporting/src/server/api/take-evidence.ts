import { createHash } from 'node:crypto'
import { addFaults, defaultProfile, importTable, type RegisterId } from '@wayproof/evidence'
import { type Outcome, ok } from '@wayproof/kernel'
import { isStaffRegister } from '../registers/register-access.ts'
import type { Parts } from '../trpc/context.ts'
import { MAX_FAULTS, type PutFault, requestName, type TakeRequest } from './take-request.ts'

/**
 * Imports the rows of a request into a register, all or none, and stores the response in the same transaction. Returns
 * it as JSON.
 */
export async function takeEvidence(
  { store, clock, ids, timeZone }: Parts,
  register: RegisterId,
  { rows, body, bodyHash, named, by, unread }: TakeRequest,
): Promise<Outcome<string, PutFault>> {
  const ports = { evidence: store.evidence, clock, ids, timeZone }
  const profile = defaultProfile(register)
  if (unread) {
    const faulty = { register, profile, fault: unread, sound: rows, mostFaults: MAX_FAULTS }
    return { ok: false, fault: await addFaults(ports, faulty) }
  }
  // Keyed if rows are about single people: a plain hash would still identify them after the deletion.
  const digest = isStaffRegister(register)
    ? Buffer.from(bodyHash).toString('hex')
    : createHash('sha256').update(body).digest('hex')
  const table = { rows, digest, rowCount: rows.length, numberColumns: [], absentColumns: [] }
  const origin = { fileName: requestName(register), by, request: { receipt: named } }
  const taken = await importTable(ports, { register, profile, table, dryRun: false, ...origin })
  if (!taken.ok) {
    const { fault } = taken
    if (fault.code === 'bad-rows') return { ok: false, fault }
    if (fault.code === 'registers-changed') return { ok: false, fault: { code: 'registers-changed' } }
    throw new Error(`rows that were read are no table: ${fault.code}`)
  }
  const { added, changed, unchanged } = taken.value
  return ok(JSON.stringify({ rows: rows.length, added, changed, unchanged }))
}
