import { mkdirSync } from 'node:fs'
import { Misused, readArguments, runCommand, terminalLocale } from '@wayproof/command-line/command-line'
import { placesIn, timeZone } from '@wayproof/command-line/environment'
import { existingDatabase } from '@wayproof/command-line/existing-database'
import { printResult } from '@wayproof/command-line/print-result'
import { DatabaseFault } from '@wayproof/database/database-fault'
import type { DatabasePlace } from '@wayproof/database/installation/database-place'
import { openKeyFile, readKeyFile } from '@wayproof/database/installation/key-file'
import { type StorePlace, storePlace } from '@wayproof/database/installation/store-settings'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { system, systemClock, systemTokens } from '@wayproof/kernel/system'
import { VERSION } from '@wayproof/kernel/version'
import { messages } from '@wayproof/messages/messages'
import { readPublicKey } from '@wayproof/operations/backup/backup-key'
import { makeBackup } from '@wayproof/operations/backup/make-backup'
import { newestBackup } from '@wayproof/operations/backup/newest-backup'
import { readVersion } from '@wayproof/operations/health/inspect-database'
import { openStore } from '@wayproof/operations/store/open-store'
import { waveKeyFolder } from '@wayproof/survey/wave-keys/wave-key-folder'

// Backs up, then upgrades a database to this version: `wayproof upgrade [--no-backup] [--data FOLDER] [--json]`.

const options = { 'no-backup': { type: 'boolean' }, data: { type: 'string' }, json: { type: 'boolean' } } as const
const { backups, settings, upgrade } = messages(terminalLocale)

const DAY_MS = 86_400_000
/** The guard of the clock asks an officer after a week without a check. */
const UNCHECKED_MS = 7 * DAY_MS

await runCommand(async () => {
  const { values } = readArguments(options, upgrade.usage)
  const storeFiles = storePlace(placesIn(values.data))
  const place = existingDatabase(storeFiles)
  const { state, version, pending, clockTrustedAt } = await readVersion(storeFiles.databaseUrl)
  if (state === 'newer')
    throw new DatabaseFault('newer-database', `version ${version} wrote the database`, { detail: version ?? '' })
  if (state !== 'older')
    return printResult(values, upgrade.needless(VERSION), { from: version, to: version, file: null })
  const now = systemClock.now()
  const asksAboutClock = clockTrustedAt === null || now - clockTrustedAt > UNCHECKED_MS
  const lines = [upgrade.plan(version, VERSION, pending), ...(asksAboutClock ? [upgrade.clock] : [])]
  process.stderr.write(`${lines.join('\n')}\n`)
  const file = values['no-backup'] ? null : await backUp(place, storeFiles, { version, now })
  await migrate(storeFiles)
  const made = file === null ? [] : [backups.keyFileApart]
  printResult(values, [...made, upgrade.done(VERSION)].join('\n'), {
    from: version,
    to: VERSION,
    pending,
    asksAboutClock,
    file,
  })
})

/** The path of a new backup, or of one of the last 24 hours. */
async function backUp(
  place: DatabasePlace,
  storeFiles: StorePlace,
  { version, now }: { readonly version: string | null; readonly now: number },
): Promise<string> {
  if (place.engine === 'postgresql') {
    // Its tables are those of the earlier version.
    const newest = newestBackup(storeFiles.backupFolder)
    if (newest?.header && now - Date.parse(newest.header.madeAt) < DAY_MS) return newest.file
    throw new Misused(upgrade.backUpFirst(version))
  }
  const keyFile = readKeyFile(storeFiles.keyFile, systemTokens)
  if (!keyFile.ok) throw new Misused(backups.noKeyFile(keyFile.fault.figures.path))
  const publicKey = readPublicKey(storeFiles.backupKey)
  if (!publicKey.ok) throw new Misused(backups.faults[publicKey.fault.code](publicKey.fault.figures.path))
  mkdirSync(storeFiles.backupFolder, { recursive: true })
  const backup = await makeBackup({
    database: place,
    dataFolder: storeFiles.dataFolder,
    target: storeFiles.backupFolder,
    isFolder: true,
    publicKey: publicKey.value,
    keyring: keyring(...keyFile.value.keys),
    waveKeys: waveKeyFolder(storeFiles.waveKeyFolder, systemTokens),
    timeZone,
    now,
  })
  if (!backup.ok) throw new Misused(backups.faults[backup.fault.code](backup.fault.figures.path))
  process.stderr.write(`${backups.made(backup.value.file, backup.value.rows)}\n`)
  return backup.value.file
}

async function migrate(storeFiles: StorePlace): Promise<void> {
  const keyFile = await openKeyFile(storeFiles.keyFile, systemTokens, storeFiles.databaseUrl)
  if (!keyFile.ok) throw new Misused(settings.faults[keyFile.fault.code]('KEY_FILE', keyFile.fault.figures.path))
  const keys = keyring(...keyFile.value.keys)
  const store = await openStore({ ...storeFiles, ...system, keyring: keys, keyBinding: keyFile.value, timeZone })
  await store.close()
}
