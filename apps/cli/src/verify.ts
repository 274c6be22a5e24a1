import { Misused, readArguments, runCommand, terminalLocale } from '@wayproof/command-line/command-line'
import { placesIn } from '@wayproof/command-line/environment'
import { existingDatabase } from '@wayproof/command-line/existing-database'
import { printResult } from '@wayproof/command-line/print-result'
import { storePlace } from '@wayproof/database/installation/store-settings'
import { messages } from '@wayproof/messages/messages'
import { assertWrittenByThisVersion } from '@wayproof/operations/health/inspect-database'
import { auditLogLine } from './tables/audit-log-line.ts'
import { sealTable } from './tables/seal-table.ts'
import { verifyDatabase } from './verify-database.ts'

// Recomputes the chains of seals and of the audit log, and compares the seals with a printed code:
// `pnpm verify [--seal CODE] [--data FOLDER] [--json]`.

const options = { data: { type: 'string' }, seal: { type: 'string' }, json: { type: 'boolean' } } as const
const { closing } = messages(terminalLocale)

await runCommand(async () => {
  const { values } = readArguments(options, closing.verify.usage)
  const storeFiles = storePlace(placesIn(values.data))
  const database = existingDatabase(storeFiles)
  await assertWrittenByThisVersion(storeFiles.databaseUrl)
  const { seals, auditLog } = await verifyDatabase(database, values.seal ?? null)
  if (!seals.ok) throw new Misused(`${closing.verify.mistyped}\n${closing.verify.usage}`)
  const text = `${sealTable(seals.value, terminalLocale)}\n\n${auditLogLine(auditLog, terminalLocale)}`
  printResult(values, text, { ...seals.value, auditLog })
  if (!seals.value.holds || !auditLog.holds) process.exit(1)
})
