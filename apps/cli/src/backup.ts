import { mkdirSync, statSync } from 'node:fs'
import { Misused, readArguments, runCommand, terminalLocale } from '@wayproof/command-line/command-line'
import { callersPath, placesIn, timeZone } from '@wayproof/command-line/environment'
import { existingDatabase } from '@wayproof/command-line/existing-database'
import { printResult } from '@wayproof/command-line/print-result'
import { readKeyFile } from '@wayproof/database/installation/key-file'
import { storePlace } from '@wayproof/database/installation/store-settings'
import { journalFile } from '@wayproof/journal/kept-events/journal'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { systemClock, systemTokens } from '@wayproof/kernel/system'
import { periodName } from '@wayproof/messages/date-format'
import { messages } from '@wayproof/messages/messages'
import { destroyBy } from '@wayproof/operations/backup/backup-header'
import { readPublicKey } from '@wayproof/operations/backup/backup-key'
import { makeBackup } from '@wayproof/operations/backup/make-backup'
import { noteBackup } from '@wayproof/operations/backup/note-backup'
import { checkKey } from '@wayproof/operations/installation/check-key'
import { waveKeyFolder } from '@wayproof/survey/wave-keys/wave-key-folder'

// Encrypts a copy of the database while the apps run: `pnpm backup [FILE] [--data FOLDER] [--json]`.

const options = { data: { type: 'string' }, json: { type: 'boolean' } } as const
const { backups } = messages(terminalLocale)
const namesOf = (periods: readonly PeriodKey[]) =>
  periods.map((period) => periodName(period, terminalLocale)).join(', ')

await runCommand(async () => {
  const { values, positionals } = readArguments(options, backups.usageBackup, 1)
  const storeFiles = storePlace(placesIn(values.data))
  const database = existingDatabase(storeFiles)
  const keyFile = readKeyFile(storeFiles.keyFile, systemTokens)
  if (!keyFile.ok) throw new Misused(backups.noKeyFile(keyFile.fault.figures.path))
  const publicKey = readPublicKey(storeFiles.backupKey)
  if (!publicKey.ok) throw new Misused(backups.faults[publicKey.fault.code](publicKey.fault.figures.path))
  const target = positionals[0] === undefined ? storeFiles.backupFolder : callersPath(positionals[0])
  if (positionals[0] === undefined) mkdirSync(target, { recursive: true })
  await checkKey(storeFiles, systemTokens)
  const now = systemClock.now()
  const backup = await makeBackup({
    database,
    dataFolder: storeFiles.dataFolder,
    target,
    isFolder: statSync(target, { throwIfNoEntry: false })?.isDirectory() === true,
    publicKey: publicKey.value,
    keyring: keyring(...keyFile.value.keys),
    waveKeys: waveKeyFolder(storeFiles.waveKeyFolder, systemTokens),
    timeZone,
    now,
  })
  if (!backup.ok) throw new Misused(backups.faults[backup.fault.code](backup.fault.figures.path))
  await noteBackup(database, now)
  const { file, header, rows, missingKeys, sealedKeys } = backup.value
  const day = destroyBy(header)
  const waves = namesOf(header.ties.map(({ period }) => period))
  const lines = [
    backups.made(file, rows),
    ...(day === null ? [] : [backups.destroyBy(day, waves)]),
    ...(missingKeys.length > 0 ? [backups.keysMissing(namesOf(missingKeys))] : []),
    ...(sealedKeys.length > 0 ? [backups.keysApart(namesOf(sealedKeys))] : []),
    backups.keyFileApart,
    ...(storeFiles.isBackupFolderUnset ? [backups.folderUnset(journalFile(storeFiles.backupFolder))] : []),
  ]
  printResult(values, lines.join('\n'), { file, rows, destroyBy: day, ...header })
})
