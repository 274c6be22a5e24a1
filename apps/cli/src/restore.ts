import {
  callersPath,
  callersPlaces,
  Misused,
  placesIn,
  readArguments,
  runCommand,
  terminalLocale,
  timeZone,
  words,
} from '@wayproof/command-line'
import { keyring } from '@wayproof/kernel/keyring'
import { systemClock, systemIds, systemSleep, systemTokens } from '@wayproof/kernel/system'
import { messages, periodName } from '@wayproof/messages'
import {
  databasePlace,
  journalFile,
  nameOfPlace,
  readKeyFile,
  readSecretKey,
  restoreBackup,
  storePlace,
  waveKeyFolder,
} from '@wayproof/store'

// Restores a backup into an empty folder, or an empty database of a server: `pnpm restore FILE --key SECRET_KEY [--data FOLDER] [--json]`.

const options = { key: { type: 'string' }, data: { type: 'string' }, json: { type: 'boolean' } } as const
const { backups } = messages(terminalLocale)

await runCommand(async () => {
  const { values, positionals } = readArguments(options, backups.usageRestore)
  const [name, extraArgument] = positionals
  if (!name || values.key === undefined) throw new Misused(backups.usageRestore)
  if (extraArgument) throw new Misused(`${words.faults.unknownOption(extraArgument)}\n${backups.usageRestore}`)
  const storeFiles = storePlace(values.data === undefined ? callersPlaces() : placesIn(values.data))
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
    clock: systemClock,
    ids: systemIds,
    tokens: systemTokens,
    sleep: systemSleep,
    timeZone,
  })
  if (!restored.ok) throw new Misused(backups.faults[restored.fault.code](restored.fault.figures.path))
  const { header, rows, unsubscribed, erased, closed, heldLetters, unreadable, hasJournal } = restored.value
  const waves = closed.map((period) => periodName(period, terminalLocale)).join(', ')
  const lines = [
    backups.restored(nameOfPlace(database), header.madeAt, rows),
    hasJournal ? backups.replayed(unsubscribed, erased) : backups.noJournal(journal),
    ...(unreadable > 0 ? [backups.unreadable(unreadable)] : []),
    ...(closed.length > 0 ? [backups.closed(waves)] : []),
    ...(heldLetters > 0 ? [backups.held(heldLetters)] : []),
  ]
  const show = values.json ? process.stderr : process.stdout
  show.write(`${lines.join('\n')}\n`)
  if (values.json) process.stdout.write(`${JSON.stringify(restored.value)}\n`)
})
