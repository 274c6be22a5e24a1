import { RULES, type SealVerification, type VerifyPorts, verifySeals } from '@wayproof/scorecard'
import type { StoreDatabase } from '../../engine/store-database.ts'
import { openForVerifying } from '../evidence/open-for-verifying-on-sqlite.ts'
import { sealReads } from '../evidence/seal-reads.ts'

interface Verifying {
  /** A printed code. */
  readonly code?: string | null
  readonly rules?: VerifyPorts['rules']
}

/** Verifies the seals of a database as `pnpm verify` does. */
export async function verifySealsOf(
  database: StoreDatabase,
  { code = null, rules = RULES }: Verifying = {},
): Promise<SealVerification> {
  const store =
    database.engine === 'sqlite'
      ? openForVerifying(database.file)
      : { closing: sealReads((work) => database.readSnapshot(work)), close: () => undefined }
  try {
    const outcome = await verifySeals({ closing: store.closing, rules }, { code })
    if (!outcome.ok) throw new Error(outcome.fault.code)
    return outcome.value
  } finally {
    store.close()
  }
}
