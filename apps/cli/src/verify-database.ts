import { timeZone } from '@wayproof/command-line/environment'
import type { DatabasePlace } from '@wayproof/database/installation/database-place'
import { verifyChain } from '@wayproof/journal/audit-log/verify-chain'
import { systemClock } from '@wayproof/kernel/system'
import { verifyServer } from '@wayproof/operations/store/server-commands'
import { openForVerifying, type VerifyStore } from '@wayproof/scorecard/closing/evidence/open-for-verifying-on-sqlite'
import { verifySeals } from '@wayproof/scorecard/closing/seals/verify-seals'
import { RULES } from '@wayproof/scorecard/rules'

/** Recomputes the chains of seals and of the audit log of a database, and compares the seals with a printed code. */
export async function verifyDatabase(database: DatabasePlace, code: string | null) {
  const verify = async ({ closing, facts, auditLog }: Omit<VerifyStore, 'close'>) => ({
    seals: await verifySeals(
      { closing, facts: facts({ rules: RULES, timeZone }), rules: RULES, clock: systemClock, timeZone },
      { code },
    ),
    auditLog: verifyChain(await auditLog()),
  })
  return database.engine === 'postgresql' ? verifyServer(database, verify) : verifyFile(database.file, verify)
}

async function verifyFile<T>(file: string, verify: (store: VerifyStore) => Promise<T>): Promise<T> {
  const store = openForVerifying(file)
  try {
    return await verify(store)
  } finally {
    store.close()
  }
}
