import { Misused, readArguments, runCommand, terminalLocale } from '@wayproof/command-line/command-line'
import { callersPath, placesIn, timeZone } from '@wayproof/command-line/environment'
import { printResult } from '@wayproof/command-line/print-result'
import { databasePlace, nameOfPlace } from '@wayproof/database/installation/database-place'
import { readKeyFile } from '@wayproof/database/installation/key-file'
import { storePlace } from '@wayproof/database/installation/store-settings'
import { journalFile } from '@wayproof/journal/kept-events/journal'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { system, systemTokens } from '@wayproof/kernel/system'
import { periodName } from '@wayproof/messages/date-format'
import { messages } from '@wayproof/messages/messages'
import { readSecretKey } from '@wayproof/operations/backup/backup-key'
import { restoreBackup } from '@wayproof/operations/backup/restore-backup'
import { waveKeyFolder } from '@wayproof/survey/wave-keys/wave-key-folder'

// Restores a backup into an empty folder, or an empty database of a server: `pnpm restore FILE --key SECRET_KEY [--data FOLDER] [--json]`.

const options = { key: { type: 'string' }, data: { type: 'string' }, json: { type: 'boolean' } } as const
const { backups } = messages(terminalLocale)
const namesOf = (periods: readonly PeriodKey[]) =>
  periods.map((period) => periodName(period, terminalLocale)).join(', ')

await runCommand(async () => {
  const { values, positionals } = readArguments(options, backups.usageRestore, 1)
  const [name] = positionals
  if (!name || values.key === undefined) throw new Misused(backups.usageRestore)
  const storeFiles = storePlace(placesIn(values.data))
  const database = databasePlace(storeFiles.databaseUrl)
  const keys = readSecretKey(callersPath(values.key))
  if (!keys.ok) throw new Misused(backups.faults[keys.fault.code](keys.fault.figures.path))
  const keyFile = readKeyFile(storeFiles.keyFile, systemTokens)
  if (!keyFile.ok) throw new Misused(backups.noKeyFile(keyFile.fault.figures.path))
  const journal = journalFile(storeFiles.backupFolder)
  const restored = await restoreBackup({
    file: callersPath(name),
    database,
    dataFolder: storeFiles.dataFolder,
    journal,
    keys: keys.value,
    keyring: keyring(...keyFile.value.keys),
    waveKeys: waveKeyFolder(storeFiles.waveKeyFolder, systemTokens),
    keyBinding: keyFile.value,
    ...system,
    timeZone,
  })
  if (!restored.ok) throw new Misused(backups.faults[restored.fault.code](restored.fault.figures.path))
  const { header, rows, unsubscribed, erased, closed, heldLetters, unreadable, hasJournal } = restored.value
  const { missingKeys, withoutAnswers } = restored.value
  const lines = [
    backups.restored(nameOfPlace(database), header.madeAt, rows),
    hasJournal ? backups.replayed(unsubscribed, erased) : backups.noJournal(journal),
    ...(unreadable > 0 ? [backups.unreadable(unreadable)] : []),
    ...(closed.length > 0 ? [backups.closed(namesOf(closed))] : []),
    ...(withoutAnswers.length > 0 ? [backups.closedWithoutAnswers(namesOf(withoutAnswers))] : []),
    ...(missingKeys.length > 0 ? [backups.keysNotHere(namesOf(missingKeys))] : []),
    ...(heldLetters > 0 ? [backups.held(heldLetters)] : []),
  ]
  printResult(values, lines.join('\n'), restored.value)
})
