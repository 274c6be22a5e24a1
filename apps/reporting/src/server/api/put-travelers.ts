import type { RowFault } from '@wayproof/evidence'
import { type Id, type Outcome, ok } from '@wayproof/kernel'
import { equalBytes } from '@wayproof/kernel/keyring'
import { importTravelers, travelerTable } from '@wayproof/survey'
import { isDiskFull } from '@wayproof/store'
import type { Parts } from '../context.ts'
import { travelerFaults } from '../import/traveler-faults.ts'
import { surveyPorts } from '../ports.ts'
import { travelerRows } from './traveler-rows.ts'
import { MAX_TRAVELERS } from './travelers-schema.ts'

/** All there can be: a traveler may repeat one other's number and one other's address. */
const MAX_FAULTS = 2 * MAX_TRAVELERS

export interface PutTravelers {
  readonly key: { readonly id: Id; readonly name: string }
  /** The sender's own name for this request; null where it gave none. */
  readonly askedAs: string | null
  readonly body: Uint8Array
}

export type PutFault =
  | { readonly code: 'bad-json' | 'no-travelers' | 'too-many-travelers' | 'asked-otherwise' }
  | { readonly code: 'bad-rows'; readonly rows: readonly RowFault[] }

/**
 * Takes travelers in by customer number: all of them, or none and every fault. A request that was taken is answered alike
 * for a day when it comes again under the same name; under a name that stood for another body it is refused
 * (`asked-otherwise`). One that was refused has changed nothing, so it is judged anew. Gives the answer as JSON.
 */
export async function putTravelers(
  parts: Parts,
  { key, askedAs, body }: PutTravelers,
): Promise<Outcome<string, PutFault>> {
  const { store, clock, keyring } = parts
  const names =
    askedAs === null ? null : { keyId: key.id, askedAs: keyring.mac('api-key', `${key.id} asked as ${askedAs}`) }
  const bodyHash = keyring.mac('api-key', body)
  const known = names && (await store.apiKeys.answer(names.keyId, names.askedAs, clock.now()))
  if (known) {
    return equalBytes(known.bodyHash, bodyHash) ? ok(known.answer) : { ok: false, fault: { code: 'asked-otherwise' } }
  }
  const travelers = parse(body)
  if (!travelers.ok) return travelers
  const { rows, faults } = travelerRows(travelers.value)
  // Keyed, unlike a file's: the plain hash of one traveler would still tell, after an erasure, who stood there.
  const digest = Buffer.from(bodyHash).toString('hex')
  const file = { table: travelerTable(rows, digest), fileName: 'POST /api/travelers', by: key.name }
  // With a faulty row nothing is taken, and the others are looked at all the same: the sender hears of everything at once.
  const dryRun = faults.length > 0
  const taken = await importTravelers(surveyPorts(parts), { ...file, dryRun, faultsTold: MAX_FAULTS })
  if (!taken.ok) faults.push(...travelerFaults(taken.fault.rows))
  faults.sort((one, other) => one.rowNumber - other.rowNumber)
  if (!taken.ok || faults.length > 0) return { ok: false, fault: { code: 'bad-rows', rows: faults } }
  const { digest: _, ...counts } = taken.value
  const answer = JSON.stringify(counts)
  // They are in, whether or not a full disk lets the answer be kept; sent again, they change nothing.
  if (names)
    await store.apiKeys.keepAnswer({ ...names, bodyHash, answer, at: clock.now() }).catch((error: unknown) => {
      if (!isDiskFull(error)) throw error
    })
  return ok(answer)
}

function parse(body: Uint8Array): Outcome<readonly unknown[], PutFault> {
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return { ok: false, fault: { code: 'bad-json' } }
  }
  if (!Array.isArray(json)) return { ok: false, fault: { code: 'bad-json' } }
  if (json.length === 0) return { ok: false, fault: { code: 'no-travelers' } }
  return json.length > MAX_TRAVELERS ? { ok: false, fault: { code: 'too-many-travelers' } } : ok(json)
}
