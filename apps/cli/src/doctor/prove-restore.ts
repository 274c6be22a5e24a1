import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { timeZone } from '@wayproof/command-line/environment'
import { withData } from '@wayproof/command-line/open-data'
import { workFolder } from '@wayproof/command-line/work-folder'
import { databasePlace } from '@wayproof/database/installation/database-place'
import { openKeyFile } from '@wayproof/database/installation/key-file'
import type { StorePlace } from '@wayproof/database/installation/store-settings'
import { journalFile } from '@wayproof/journal/kept-events/journal'
import type { Outcome } from '@wayproof/kernel/outcome'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { system, systemClock, systemTokens } from '@wayproof/kernel/system'
import { readSecretKey } from '@wayproof/operations/backup/backup-key'
import { restoreBackup } from '@wayproof/operations/backup/restore-backup'
import { waveKeyFolder } from '@wayproof/survey/wave-keys/wave-key-folder'

interface RestoreFailed {
  readonly code: 'backup-key-unusable' | 'key-unusable' | 'restore-failed'
  readonly figures: { readonly path: string }
}

/**
 * Restores a backup with its secret key into a private folder, with the checks of `restore`, removes the copy, and records
 * the day in the installation. Throws DatabaseFault.
 */
export async function proveRestore(
  place: StorePlace,
  { backup, secretKey }: { readonly backup: string; readonly secretKey: string },
): Promise<Outcome<{ readonly rows: number }, RestoreFailed>> {
  const keys = readSecretKey(secretKey)
  if (!keys.ok) return refuse('backup-key-unusable', secretKey)
  const folder = workFolder('proof')
  process.once('exit', folder.remove)
  try {
    const databaseUrl = `file:${join(folder.path, 'wayproof.db')}`
    // The restore writes the name of its database into the key file.
    const keyCopy = join(folder.path, 'wayproof.key')
    copyFileSync(place.keyFile, keyCopy)
    const keyFile = await openKeyFile(keyCopy, systemTokens, databaseUrl, { startEmpty: true })
    if (!keyFile.ok) return refuse('key-unusable', place.keyFile)
    const restored = await restoreBackup({
      file: backup,
      database: databasePlace(databaseUrl),
      dataFolder: folder.path,
      journal: journalFile(place.backupFolder),
      keys: keys.value,
      keyring: keyring(...keyFile.value.keys),
      waveKeys: waveKeyFolder(join(folder.path, 'wave-keys'), systemTokens),
      keyBinding: keyFile.value,
      ...system,
      timeZone,
    })
    if (!restored.ok) return refuse('restore-failed', restored.fault.figures.path)
    await withData(place, ({ auditLog }) => auditLog.add({ act: 'restore-proven', at: systemClock.now() }))
    return { ok: true, value: { rows: restored.value.rows } }
  } finally {
    folder.remove()
  }
}

const refuse = (code: RestoreFailed['code'], path: string) =>
  ({ ok: false, fault: { code, figures: { path } } }) as const
