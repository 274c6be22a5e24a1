import { openKeyFile } from '@wayproof/database/installation/key-file'
import type { StorePlace } from '@wayproof/database/installation/store-settings'
import { type Keyring, keyring } from '@wayproof/kernel/secrets/keyring'
import { system, systemTokens } from '@wayproof/kernel/system'
import { messages } from '@wayproof/messages/messages'
import { assertWrittenByThisVersion } from '@wayproof/operations/health/inspect-database'
import { openStore, type Store } from '@wayproof/operations/store/open-store'
import { terminalLocale } from './command-line.ts'

export const DEFAULT_TIME_ZONE = 'Asia/Shanghai'

/**
 * Opens the database of an installation for `work`, and closes it afterwards. A database of another version is refused: only
 * `upgrade` and a start of the apps upgrade one. Throws DatabaseFault.
 */
export async function withData<T>(
  { databaseUrl, dataFolder, keyFile: path, waveKeyFolder, encryptsAnswers, backupFolder }: StorePlace,
  work: (store: Store, keys: Keyring) => Promise<T>,
): Promise<T> {
  await assertWrittenByThisVersion(databaseUrl)
  const keyFile = await openKeyFile(path, systemTokens, databaseUrl)
  if (!keyFile.ok) {
    const { code, figures } = keyFile.fault
    throw new Error(messages(terminalLocale).settings.faults[code]('KEY_FILE', figures.path))
  }
  const keys = keyring(...keyFile.value.keys)
  const store = await openStore({
    databaseUrl,
    dataFolder,
    waveKeyFolder,
    encryptsAnswers,
    backupFolder,
    ...system,
    keyring: keys,
    keyBinding: keyFile.value,
    timeZone: DEFAULT_TIME_ZONE,
  })
  try {
    return await work(store, keys)
  } finally {
    await store.close()
  }
}
