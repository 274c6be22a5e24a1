import { createHash } from 'node:crypto'
import { addFaults, importTable } from '@wayproof/evidence/import-register'
import { defaultProfile } from '@wayproof/evidence/profiles/default-profile'
import type { RegisterId } from '@wayproof/evidence/register'
import { type Outcome, ok } from '@wayproof/kernel/outcome'
import { isStaffRegister } from '../registers/register-access.ts'
import type { Services } from '../trpc/context.ts'
import { MAX_FAULTS, type PutFault, requestName, type TakeRequest } from './take-request.ts'

/**
 * Imports the rows of a request into a register, all or none, and stores the response in the same transaction. Returns
 * it as JSON.
 */
export async function takeEvidence(
  { store, clock, ids, timeZone }: Services,
  register: RegisterId,
  { rows, body, bodyHash, receipt, keyName, unread }: TakeRequest,
): Promise<Outcome<string, PutFault>> {
  const ports = { evidence: store.evidence, clock, ids, timeZone }
  const profile = defaultProfile(register)
  if (unread) {
    const faultyTable = { register, profile, fault: unread, sound: rows, mostFaults: MAX_FAULTS }
    return { ok: false, fault: await addFaults(ports, faultyTable) }
  }
  // Keyed if rows are about single people: a plain hash would still identify them after the deletion.
  const digest = isStaffRegister(register)
    ? Buffer.from(bodyHash).toString('hex')
    : createHash('sha256').update(body).digest('hex')
  const table = { rows, digest, rowCount: rows.length, numberColumns: [], absentColumns: [] }
  const origin = { fileName: requestName(register), by: keyName, request: { receipt } }
  const imported = await importTable(ports, { register, profile, table, dryRun: false, ...origin })
  if (!imported.ok) {
    const { fault } = imported
    if (fault.code === 'bad-rows') return { ok: false, fault }
    if (fault.code === 'registers-changed') return { ok: false, fault: { code: 'registers-changed' } }
    throw new Error(`rows that were read are no table: ${fault.code}`)
  }
  const { added, changed, unchanged } = imported.value
  return ok(JSON.stringify({ rows: rows.length, added, changed, unchanged }))
}
