import type { ImportedRegister } from '@wayproof/evidence/registers/register-overview-store'
import type { Id } from '@wayproof/kernel/id'
import { isNestedDeeper } from '@wayproof/kernel/json/json-depth'
import type { Outcome } from '@wayproof/kernel/outcome'
import { ok } from '@wayproof/kernel/outcome'
import { equalBytes } from '@wayproof/kernel/secrets/keyring'
import { fieldsOf, readingOf } from '../import/profiles.ts'
import type { Services } from '../trpc/context.ts'
import { bodyRows } from './body-rows.ts'
import { MAX_ROWS } from './row-schema.ts'
import { takeEvidence } from './take-evidence.ts'
import type { PutFault } from './take-request.ts'
import { takeTravelers } from './take-travelers.ts'

export interface PutRows {
  readonly register: ImportedRegister
  readonly key: { readonly id: Id; readonly name: string }
  /** The sender's idempotency key; null if it gave none. */
  readonly askedAs: string | null
  readonly body: Uint8Array
}

/**
 * Writes rows by key: all of them, or none with every fault. Returns the response as JSON.
 * For a day, the same idempotency key gets the same response; with another body it is refused (`asked-otherwise`).
 * A refused request changed nothing, so a repetition is checked again.
 */
export async function putRows(
  services: Services,
  { register, key, askedAs, body }: PutRows,
): Promise<Outcome<string, PutFault>> {
  const { store, clock, keyring } = services
  // The same bytes sent to another register are another request.
  const bodyHash = keyring.mac('api-key', Buffer.concat([Buffer.from(`${register}\n`), body]))
  const receipt =
    askedAs === null
      ? null
      : { keyId: key.id, askedAs: keyring.mac('api-key', `${key.id} asked as ${askedAs}`), bodyHash }
  const storedAnswer = receipt && (await store.apiKeys.answer(receipt.keyId, receipt.askedAs, clock.now()))
  if (storedAnswer) {
    return equalBytes(storedAnswer.bodyHash, bodyHash)
      ? ok(storedAnswer.answer)
      : { ok: false, fault: { code: 'asked-otherwise' } }
  }
  const parsed = parse(body)
  if (!parsed.ok) return parsed
  const reading = readingOf(register, 'default')
  if (!reading) throw new Error(`${register} has no form of its own`)
  const read = bodyRows(parsed.value, fieldsOf(register), reading.profile)
  const request = { ...read, body, bodyHash, receipt, keyName: key.name }
  return register === 'travelers' ? takeTravelers(services, request) : takeEvidence(services, register, request)
}

function parse(body: Uint8Array): Outcome<readonly unknown[], PutFault> {
  let json: unknown
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body)
    if (isNestedDeeper(text)) return { ok: false, fault: { code: 'bad-json' } }
    json = JSON.parse(text)
  } catch {
    return { ok: false, fault: { code: 'bad-json' } }
  }
  if (!Array.isArray(json)) return { ok: false, fault: { code: 'bad-json' } }
  if (json.length === 0) return { ok: false, fault: { code: 'no-rows' } }
  return json.length > MAX_ROWS ? { ok: false, fault: { code: 'too-many-rows' } } : ok(json)
}
