import { Misused, readArguments, runCommand, terminalLocale } from '@wayproof/command-line/command-line'
import { namedDatabase } from '@wayproof/command-line/empty-database'
import { placesIn } from '@wayproof/command-line/environment'
import { existingDatabase } from '@wayproof/command-line/existing-database'
import { printResult } from '@wayproof/command-line/print-result'
import { progress } from '@wayproof/command-line/progress'
import { type DatabasePlace, nameOfPlace } from '@wayproof/database/installation/database-place'
import { isFilled } from '@wayproof/database/installation/is-filled'
import { readKeyFile } from '@wayproof/database/installation/key-file'
import { storePlace } from '@wayproof/database/installation/store-settings'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { system, systemTokens } from '@wayproof/kernel/system'
import { periodName } from '@wayproof/messages/date-format'
import { messages } from '@wayproof/messages/messages'
import { type MoveFault, moveDatabase } from '@wayproof/operations/move/move-database'
import { auditLogLine } from './tables/audit-log-line.ts'
import { sealTable } from './tables/seal-table.ts'
import { verifyDatabase } from './verify-database.ts'

// Moves an installation to an empty database of either engine: `pnpm move --to URL [--data FOLDER] [--json]`.

const options = { to: { type: 'string' }, data: { type: 'string' }, json: { type: 'boolean' } } as const
const { anonymity, move, settings } = messages(terminalLocale)

await runCommand(async () => {
  const { values } = readArguments(options, move.usage)
  if (values.to === undefined) throw new Misused(move.usage)
  const { place: to } = namedDatabase(values.to, move.usage)
  const storeFiles = storePlace(placesIn(values.data))
  const from = existingDatabase(storeFiles)
  if (!(await isFilled(from))) throw new Misused(anonymity.noDatabase(nameOfPlace(from)))
  const moved = await moveWithProgress(from, to, storeFiles.keyFile)
  const { seals, auditLog } = await verifyDatabase(to, null)
  if (!seals.ok) throw new Error(seals.fault.code)
  const { rows, resumed, tables } = moved
  const lines = [
    ...(resumed ? [move.resumed] : []),
    move.moved(nameOfPlace(to), rows),
    sealTable(seals.value, terminalLocale),
    auditLogLine(auditLog, terminalLocale),
    move.setUrl,
    from.engine === 'sqlite' ? move.destroyFile(from.file) : move.dropDatabase(from.name),
  ]
  const holds = seals.value.holds && auditLog.holds
  const result = {
    from: nameOfPlace(from),
    to: nameOfPlace(to),
    rows,
    resumed,
    holds,
    tables: Object.fromEntries(tables),
  }
  printResult(values, lines.join('\n'), result)
  if (!holds) process.exit(1)
})

async function moveWithProgress(from: DatabasePlace, to: DatabasePlace, keyPath: string) {
  const keyFile = readKeyFile(keyPath, systemTokens)
  if (!keyFile.ok) throw new Misused(settings.faults[keyFile.fault.code]('KEY_FILE', keyFile.fault.figures.path))
  const progressDisplay = progress()
  progressDisplay.step(move.copying(nameOfPlace(from), nameOfPlace(to)))
  const moved = await moveDatabase({
    from,
    to,
    keyring: keyring(...keyFile.value.keys),
    keyBinding: keyFile.value,
    ...system,
    progress: (table, rows) => progressDisplay.detail(move.copied(table, rows)),
  }).finally(() => progressDisplay.end())
  if (!moved.ok) throw new Misused(sentenceOf(moved.fault))
  return moved.value
}

function sentenceOf({ code, figures: { name } }: MoveFault): string {
  return move.faults[code](code === 'wave-not-anonymous' ? periodName(name, terminalLocale) : name)
}
