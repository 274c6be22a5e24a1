import type { Clock, Ids, Locale, Tokens } from '@wayproof/kernel'
import { type Keyring, keyring } from '@wayproof/kernel/keyring'
import { type Log, operationLog } from '@wayproof/kernel/operation-log'
import { type SettingFault, type SettingsRead, UNUSABLE_SETTINGS } from '@wayproof/kernel/setting'
import type { SettingFaultCode } from '@wayproof/messages'
import {
  closeFiles,
  DatabaseFault,
  folderOfOthers,
  keepFilesPrivate,
  openKeyFile,
  openStore,
  type Store,
  type StorePlace,
} from '@wayproof/store'
import { type Sentence, say } from './say.ts'

/** The machine's clock, random sources and timer, bound in an app's main.ts. */
export interface System {
  readonly clock: Clock
  readonly ids: Ids
  readonly tokens: Tokens
  readonly sleep: (milliseconds: number) => Promise<void>
}

type Faults = readonly SettingFault<SettingFaultCode>[]

interface ServiceOptions<Config> {
  /** The app's name in its log. */
  readonly name: string
  /** The clock of the log; null writes no times. */
  readonly logClock: Clock | null
  readonly system: System
  readonly readConfig: () => SettingsRead<Config, SettingFaultCode>
  /** Prints sentences about faults. */
  readonly printFault: (line: string) => void
}

/** A server with its settings, log and open database. */
export interface Service<Config> {
  readonly system: System
  readonly config: Config
  readonly log: Log
  readonly keyring: Keyring
  readonly store: Store
  /** Prints which settings are at fault, and ends the process. */
  readonly stopForSettings: (faults: Faults) => never
  /** Ends the process if `error` is a fault of the database, else throws it. */
  readonly stopWithoutDatabase: (error: unknown) => never
  /** Checks the database file while the service runs, and prints a sentence if it is damaged. */
  readonly checkStructure: (onDamage: (faults: unknown) => void, onError: (error: unknown) => void) => void
}

/** Settings of every server. */
export interface ServiceConfig extends StorePlace {
  readonly timeZone: string
  /** Language of messages that nobody's account decides. */
  readonly defaultLocale: Locale
  /** Port of `/metrics`; null: none. */
  readonly metricsPort: number | null
  /** Address of that port, in a private network; undefined: only this machine reaches it. */
  readonly metricsHost: string | undefined
  /** Secrets of the settings, for masking them in the log. */
  readonly secrets: readonly string[]
}

/** Starts a server up to its open database. A fault is printed in every language and ends the process. */
export async function openService<Config extends ServiceConfig>(
  options: ServiceOptions<Config>,
): Promise<Service<Config>> {
  const { system, printFault } = options
  const stop = (sentence: Sentence, exitCode: number): never => {
    say(sentence, printFault)
    process.exit(exitCode)
  }
  const stopForSettings = (faults: Faults): never =>
    stop(({ settings }) => {
      const lines = faults.map(({ code, name, value }) => `  ${settings.faults[code](name, value)}`)
      return [settings.stopped, ...lines].join('\n')
    }, UNUSABLE_SETTINGS)

  keepFilesPrivate()
  const outcome = options.readConfig()
  const config = outcome.ok ? outcome.value : stopForSettings(outcome.faults)
  const log = operationLog(options.name, options.logClock, { secrets: config.secrets })
  const stopWithoutDatabase = (error: unknown): never => {
    if (!(error instanceof DatabaseFault)) throw error
    log({ level: 'error', event: 'database', code: error.code, message: error.message })
    return stop(({ databaseFaults }) => databaseFaults[error.code](error.detail), 1)
  }
  const foreign = folderOfOthers(config)
  if (foreign) {
    const value = foreign === 'DATA_DIR' ? config.dataFolder : config.backupFolder
    stopForSettings([{ name: foreign, value, code: 'folder-of-others' }])
  }
  const closed = closeFiles(config)
  if (closed[0]) say(({ settings }) => settings.filesClosed(closed.length, closed[0] ?? ''))
  const startEmpty = process.argv.includes('--new')
  const opened = await openKeyFile(config.keyFile, system.tokens, config.databaseUrl, { startEmpty }).catch(
    stopWithoutDatabase,
  )
  const keyFile = opened.ok
    ? opened.value
    : stopForSettings([{ name: 'KEY_FILE', value: opened.fault.figures.path, code: opened.fault.code }])
  if (keyFile.made) say(({ settings }) => settings.keyMade(config.keyFile))
  const keys = keyring(...keyFile.keys)
  const store = await openStore({ ...config, ...system, keyring: keys, keyBinding: keyFile }).catch(stopWithoutDatabase)
  const checkStructure: Service<Config>['checkStructure'] = (onDamage, onError) =>
    void store.integrity.checkStructure().then((state) => {
      if (state !== 'damaged') return
      onDamage(store.integrity.damage()?.faults)
      say(({ databaseFaults }) => databaseFaults.damaged(''), printFault)
    }, onError)
  return { system, config, log, keyring: keys, store, stopForSettings, stopWithoutDatabase, checkStructure }
}
