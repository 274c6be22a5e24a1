import { DatabaseFault } from '@wayproof/database/database-fault'
import { closeFiles, folderOfOthers, keepFilesPrivate } from '@wayproof/database/files/private-files'
import { openKeyFile } from '@wayproof/database/installation/key-file'
import type { StorePlace } from '@wayproof/database/installation/store-settings'
import type { Clock } from '@wayproof/kernel/clock'
import type { Ids, Tokens } from '@wayproof/kernel/id'
import { type Log, operationLog } from '@wayproof/kernel/operation-log'
import type { Locale } from '@wayproof/kernel/people/locale'
import { type Keyring, keyring } from '@wayproof/kernel/secrets/keyring'
import { isPublic } from '@wayproof/kernel/settings/app-settings'
import { type SettingFault, type SettingsRead, UNUSABLE_SETTINGS } from '@wayproof/kernel/settings/setting'
import type { SettingFaultCode } from '@wayproof/messages/en/commands/settings'
import { openStore, type Store } from '@wayproof/operations/store/open-store'
import { listenFaults } from './listen-faults.ts'
import { type Sentence, say } from './say.ts'
import { type ListenAddress, serveDamage } from './serve-damage.ts'

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
  /** Where it listens, and the setting of its port; null if it listens nowhere. */
  readonly address: (config: Config) => (ListenAddress & { readonly name: string }) | null
  /** Its readers see this while the database is too damaged to be opened. */
  readonly damageSentence: Sentence
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
  /**
   * Returns the result of `work` at the start; null if the database is damaged, because the pages say so. Another fault
   * of the database ends the process.
   */
  readonly unlessDamaged: <T>(work: Promise<T>) => Promise<T | null>
  /** Checks the database file while the service runs, and prints a sentence if it is damaged. */
  readonly checkStructure: (onDamage: (faults: unknown) => void, onError: (error: unknown) => void) => void
}

/** Settings of every server. */
export interface ServiceConfig extends StorePlace {
  readonly timeZone: string
  /** Addresses of apps that this one knows, local or public. */
  readonly addresses: readonly string[]
  /** The file of a DKIM key that is too short for a new installation; only of apps that send letters. */
  readonly shortDkimKey: string | null
  /** Language of messages that nobody's account decides. */
  readonly defaultLocale: Locale
  /** Port of `/metrics`; null: none. */
  readonly metricsPort: number | null
  /** Address of that port, in a private network; undefined: only this machine reaches it. */
  readonly metricsHost: string | undefined
  /** Secrets of the settings, for masking them in the log. */
  readonly secrets: readonly string[]
}

/** Faults of a damaged file: no restart mends it. */
const DAMAGED: ReadonlySet<DatabaseFault['code']> = new Set(['not-a-database', 'damaged'])

/** Faults of the setting DATABASE_URL. */
const UNUSABLE_URL: ReadonlySet<DatabaseFault['code']> = new Set([
  'wrong-password',
  'no-such-database',
  'no-tls',
  'untrusted-certificate',
])

/**
 * Starts a server up to its open database. A fault is printed in every language and ends the process. If the database is
 * damaged, the process serves a page that says so, and this never resolves.
 */
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
  const stopWithoutDatabase = async (error: unknown): Promise<never> => {
    if (!(error instanceof DatabaseFault)) throw error
    log({ level: 'error', event: 'database', code: error.code, message: error.message })
    const sentence: Sentence = ({ databaseFaults }) => databaseFaults[error.code](error.detail)
    if (!DAMAGED.has(error.code)) return stop(sentence, UNUSABLE_URL.has(error.code) ? UNUSABLE_SETTINGS : 1)
    say(sentence, printFault)
    const address = options.address(config)
    return serveDamage(address, { sentence: options.damageSentence, ...config }, system.sleep).catch(
      (failure: unknown) =>
        address
          ? stopForSettings(
              listenFaults(failure, { ...address, value: address.port }, { name: 'HOST', value: address.host }),
            )
          : stop(sentence, 1),
    )
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
  if (await keysMustMove(config, store)) {
    await store.close()
    stopForSettings([{ name: 'WAVE_KEY_DIR', value: config.waveKeyFolder, code: 'keys-among-data' }])
  }
  if (config.shortDkimKey) {
    if (await isNew(store)) {
      await store.close()
      stopForSettings([{ name: 'DKIM_KEY_FILE', value: config.shortDkimKey, code: 'dkim-key-short' }])
    }
    log({ level: 'warn', event: 'dkim-key-short' })
  }
  const checkStructure: Service<Config>['checkStructure'] = (onDamage, onError) =>
    void store.integrity.checkStructure().then((state) => {
      if (state !== 'damaged') return
      onDamage(store.integrity.damage()?.faults)
      say(({ databaseFaults }) => databaseFaults.damaged(''), printFault)
    }, onError)
  const unlessDamaged: Service<Config>['unlessDamaged'] = (work) =>
    work.catch(async (error: unknown) => {
      const isKnown = error instanceof DatabaseFault && DAMAGED.has(error.code)
      if (!isKnown && (await store.integrity.checkStructure()) !== 'damaged') return stopWithoutDatabase(error)
      log({ level: 'error', event: 'database', code: 'damaged', message: String(error) })
      return null
    })
  return { system, config, log, keyring: keys, store, stopForSettings, unlessDamaged, checkStructure }
}

/** A new installation with a public address keeps its wave keys apart; others are warned by their health. */
async function keysMustMove({ addresses }: ServiceConfig, store: Store): Promise<boolean> {
  if (!addresses.some(isPublic) || !store.areKeysAmongData()) return false
  // The pages say so if the database is damaged.
  return store.mustKeysBeApart().catch(() => false)
}

/** Nobody has set up the organization yet, so no letter was sent. A damaged database is not new. */
const isNew = (store: Store): Promise<boolean> =>
  store.organisation.get().then(
    (organisation) => organisation === null,
    () => false,
  )
