import { isDiskFull } from '@wayproof/database/database-fault'
import { type BadRows, withUnread } from '@wayproof/evidence/import/table-fault'
import { activeTags } from '@wayproof/forms/languages/read-active-tags'
import { type Outcome, ok } from '@wayproof/kernel/outcome'
import { importTravelers } from '@wayproof/survey/travelers/import-travelers'
import type { TravelerRow } from '@wayproof/survey/travelers/traveler'
import { travelerTable } from '@wayproof/survey/travelers/traveler-table'
import { travelerFaults } from '../import/traveler-faults.ts'
import type { Services } from '../trpc/context.ts'
import { surveyPorts } from '../trpc/ports.ts'
import { MAX_FAULTS, requestName, type TakeRequest } from './take-request.ts'

/** Imports the travelers of a request, all or none. Returns the response as JSON. */
export async function takeTravelers(
  services: Services,
  { rows, bodyHash, receipt, keyName, unread, leftOut }: TakeRequest,
): Promise<Outcome<string, BadRows>> {
  // Keyed, unlike a file's: a plain hash of one traveler would still identify them after an erasure.
  const digest = Buffer.from(bodyHash).toString('hex')
  // The fields of a traveler are texts, a month, a day and yes-no.
  const table = travelerTable(rows as readonly TravelerRow[], digest, {
    unread: unread?.total ?? 0,
    leftOut: leftOut as readonly TravelerRow[],
  })
  const languages = await activeTags(services.store.languages)
  const origin = { table, languages, fileName: requestName('travelers'), by: keyName, byKey: true }
  const imported = await importTravelers(surveyPorts(services), { ...origin, dryRun: false, faultsTold: MAX_FAULTS })
  if (!imported.ok) {
    const faults = travelerFaults(imported.fault)
    return { ok: false, fault: unread ? withUnread(unread, faults, MAX_FAULTS) : faults }
  }
  const { digest: _, ...counts } = imported.value
  const answer = JSON.stringify(counts)
  // The travelers are written even if a full disk prevents storing the response; a repetition changes nothing.
  if (receipt)
    await services.store.apiKeys
      .storeAnswer({ ...receipt, answer, at: services.clock.now() })
      .catch((error: unknown) => {
        if (!isDiskFull(error)) throw error
      })
  return ok(answer)
}
