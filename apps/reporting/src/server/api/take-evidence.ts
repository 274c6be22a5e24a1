import { createHash } from 'node:crypto'
import { defaultProfile, importTable, type RegisterId } from '@wayproof/evidence'
import { type Outcome, ok } from '@wayproof/kernel'
import type { Parts } from '../context.ts'
import { isStaffRegister } from '../registers/register-access.ts'
import { type PutFault, requestName, type TakeRequest } from './take-request.ts'

/** Takes the rows of a request into a register, all or none; what it is answered is kept in the same step. As JSON. */
export async function takeEvidence(
  { store, clock, ids, timeZone }: Parts,
  register: RegisterId,
  { rows, body, bodyHash, named, by, dryRun }: TakeRequest,
): Promise<Outcome<string, PutFault>> {
  // Keyed where rows are single people: the plain hash of one would tell, after its deletion, who stood there.
  const digest = isStaffRegister(register)
    ? Buffer.from(bodyHash).toString('hex')
    : createHash('sha256').update(body).digest('hex')
  const table = { rows, digest, rowCount: rows.length, numberColumns: [] }
  const origin = { fileName: requestName(register), by, request: { receipt: named } }
  const taken = await importTable(
    { evidence: store.evidence, clock, ids, timeZone },
    { register, profile: defaultProfile(register), table, dryRun, ...origin },
  )
  if (!taken.ok) {
    const { fault } = taken
    if (fault.code === 'bad-rows') return { ok: false, fault: { code: 'bad-rows', rows: fault.rows } }
    if (fault.code === 'registers-changed') return { ok: false, fault: { code: 'registers-changed' } }
    throw new Error(`rows that were read are no table: ${fault.code}`)
  }
  const { added, changed, unchanged } = taken.value
  return ok(JSON.stringify({ rows: rows.length, added, changed, unchanged }))
}
