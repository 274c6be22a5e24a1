import type { StoreDatabase } from '@wayproof/database/store-database'
import type { Clock } from '@wayproof/kernel/clock'
import { systemClock } from '@wayproof/kernel/system'
import { factSource } from '../../facts/fact-source.ts'
import type { FactDeps } from '../../facts/training-facts.ts'
import { RULES } from '../../rules.ts'
import { openForVerifying } from '../evidence/open-for-verifying-on-sqlite.ts'
import { sealReads } from '../evidence/seal-reads.ts'
import type { SealVerification } from '../seals/seal-finding.ts'
import { type VerifyPorts, verifySeals } from '../seals/verify-seals.ts'

interface Verifying {
  /** A printed code. */
  readonly code?: string | null
  readonly rules?: VerifyPorts['rules']
  readonly clock?: Clock
}

const timeZone = 'Asia/Shanghai'

/** Verifies the seals of a database as `pnpm verify` does. */
export async function verifySealsOf(
  database: StoreDatabase,
  { code = null, rules = RULES, clock = systemClock }: Verifying = {},
): Promise<SealVerification> {
  const store =
    database.engine === 'sqlite'
      ? openForVerifying(database.file)
      : {
          closing: sealReads((work) => database.readSnapshot(work)),
          facts: (deps: FactDeps) => factSource(database, deps),
          close: () => undefined,
        }
  try {
    const outcome = await verifySeals(
      { closing: store.closing, facts: store.facts({ rules, timeZone }), rules, clock, timeZone },
      { code },
    )
    if (!outcome.ok) throw new Error(outcome.fault.code)
    return outcome.value
  } finally {
    store.close()
  }
}
