import {
  callersPath,
  callersPlaces,
  existingDatabase,
  Misused,
  readArguments,
  runCommand,
  terminalLocale,
  words,
} from '@wayproof/command-line'
import { messages } from '@wayproof/messages'
import { storePlace } from '@wayproof/store'
import { auditLogLine } from './tables/audit-log-line.ts'
import { sealTable } from './tables/seal-table.ts'
import { verifyDatabase } from './verify-database.ts'

// Recomputes the chains of seals and of the audit log, and compares the seals with a printed code:
// `pnpm verify [--seal CODE] [--data FOLDER] [--json]`.

const options = { data: { type: 'string' }, seal: { type: 'string' }, json: { type: 'boolean' } } as const
const { closing } = messages(terminalLocale)

await runCommand(async () => {
  const { values, positionals } = readArguments(options, closing.verify.usage)
  if (positionals[0]) throw new Misused(`${words.faults.unknownOption(positionals[0])}\n${closing.verify.usage}`)
  const storeFiles = storePlace(values.data === undefined ? callersPlaces() : { DATA_DIR: callersPath(values.data) })
  const database = existingDatabase(storeFiles)
  const { seals, auditLog } = await verifyDatabase(database, values.seal ?? null)
  if (!seals.ok) throw new Misused(`${closing.verify.mistyped}\n${closing.verify.usage}`)
  const show = values.json ? process.stderr : process.stdout
  show.write(`${sealTable(seals.value, terminalLocale)}\n\n${auditLogLine(auditLog, terminalLocale)}\n`)
  if (values.json) process.stdout.write(`${JSON.stringify({ ...seals.value, auditLog })}\n`)
  if (!seals.value.holds || !auditLog.holds) process.exit(1)
})
