import type { ClosingStore } from '../ports.ts'
import { checkMissing } from './missing-rows-seal.ts'
import { readStatement, type Seal, statesPart } from './seal.ts'
import type { Evidence } from './sealed-parts.ts'

/** Numbers of the seals whose lists of missing rows differ from the seal, or lack rows without proof of deletion. */
export async function alteredMissing(
  closing: Pick<ClosingStore, 'missing' | 'deletedMissing'>,
  chain: readonly Seal[],
): Promise<ReadonlySet<number>> {
  const alteredNumbers = new Set<number>()
  const deleted = await closing.deletedMissing()
  let gone = 0
  for (const seal of chain) {
    const sealStatement = readStatement(seal)
    // An altered statement proves nothing about its rows.
    if (!sealStatement || !statesPart(sealStatement, seal, 'evidence')) continue
    for (const sealedMissing of (JSON.parse(seal.parts.evidence) as Evidence).missing ?? []) {
      const checked = checkMissing(sealedMissing, await closing.missing(seal, sealedMissing))
      gone += checked.gone
      if (checked.altered || (checked.gone > 0 && gone > deleted)) alteredNumbers.add(seal.number)
    }
  }
  return alteredNumbers
}
