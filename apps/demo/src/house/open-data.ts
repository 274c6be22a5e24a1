import { join } from 'node:path'
import { type Keyring, keyring } from '@wayproof/kernel/keyring'
import { systemClock, systemIds, systemSleep, systemTokens } from '@wayproof/kernel/system'
import { openKeyFile, openStore, type Store } from '@wayproof/store'

/** Runs `work` on the stored data of a house whose folder is `data`, and closes them again. */
export async function withData<T>(data: string, work: (store: Store, keys: Keyring) => Promise<T>): Promise<T> {
  const databaseUrl = `file:${join(data, 'wayproof.db')}`
  const keyFile = openKeyFile(join(data, 'wayproof.key'), systemTokens, databaseUrl)
  if (!keyFile.ok) throw new Error(keyFile.fault.code)
  const keys = keyring(keyFile.value.key)
  const store = await openStore({
    databaseUrl,
    clock: systemClock,
    ids: systemIds,
    tokens: systemTokens,
    keyring: keys,
    timeZone: 'Asia/Shanghai',
    sleep: systemSleep,
  })
  try {
    return await work(store, keys)
  } finally {
    await store.close()
  }
}
