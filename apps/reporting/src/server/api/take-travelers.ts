import { type BadRows, withUnread } from '@wayproof/evidence'
import { type Outcome, ok } from '@wayproof/kernel'
import { isDiskFull } from '@wayproof/store'
import { importTravelers, type TravelerRow, travelerTable } from '@wayproof/survey'
import { travelerFaults } from '../import/traveler-faults.ts'
import type { Parts } from '../trpc/context.ts'
import { surveyPorts } from '../trpc/ports.ts'
import { MAX_FAULTS, requestName, type TakeRequest } from './take-request.ts'

/** Imports the travelers of a request, all or none. Returns the response as JSON. */
export async function takeTravelers(
  parts: Parts,
  { rows, bodyHash, named, by, unread, leftOut }: TakeRequest,
): Promise<Outcome<string, BadRows>> {
  // Keyed, unlike a file's: a plain hash of one traveler would still identify them after an erasure.
  const digest = Buffer.from(bodyHash).toString('hex')
  // The fields of a traveler are texts, a month, a day and yes-no.
  const table = travelerTable(rows as readonly TravelerRow[], digest, {
    unread: unread?.total ?? 0,
    leftOut: leftOut as readonly TravelerRow[],
  })
  const origin = { table, fileName: requestName('travelers'), by, byKey: true }
  const taken = await importTravelers(surveyPorts(parts), { ...origin, dryRun: false, faultsTold: MAX_FAULTS })
  if (!taken.ok) {
    const faults = travelerFaults(taken.fault)
    return { ok: false, fault: unread ? withUnread(unread, faults, MAX_FAULTS) : faults }
  }
  const { digest: _, ...counts } = taken.value
  const answer = JSON.stringify(counts)
  // The travelers are written even if a full disk prevents storing the response; a repetition changes nothing.
  if (named)
    await parts.store.apiKeys.keepAnswer({ ...named, answer, at: parts.clock.now() }).catch((error: unknown) => {
      if (!isDiskFull(error)) throw error
    })
  return ok(answer)
}
