import type { Id, PeriodKey } from '@wayproof/kernel'
import SQLite from 'better-sqlite3'
import { TRIAL } from '../trial/trial-columns.ts'
import { isKeyOf } from '../wave-keys/answer-cipher.ts'
import type { WaveKeys } from '../wave-keys/wave-key-folder.ts'

/** The keys of the encrypted waves of a copy: in hex, by wave. */
export type KeysOfCopy = Readonly<Record<Id, string>>

interface WaveRow {
  readonly id: Id
  readonly period: PeriodKey
  readonly keyCheck: Buffer
}

/** Waves whose answers are encrypted; a copy of an earlier version has none. */
function encryptedWaves(file: string): readonly WaveRow[] {
  const copy = new SQLite(file, { readonly: true })
  try {
    if (!copy.prepare("SELECT 1 FROM pragma_table_info('wave') WHERE name = 'key_check'").get()) return []
    const waves = `SELECT id, period, key_check AS keyCheck FROM wave
        WHERE key_check IS NOT NULL AND unlinked_at IS NULL AND status <> '${TRIAL}'`
    return copy.prepare<[], WaveRow>(waves).all()
  } finally {
    copy.close()
  }
}

/** Finds the keys of a copy's waves, without which their answers cannot be read, and the waves whose keys are missing. */
export function keysOfCopy(
  file: string,
  waveKeys: WaveKeys,
): { readonly keys: KeysOfCopy; readonly missing: readonly PeriodKey[] } {
  const keys: Record<Id, string> = {}
  const missing: PeriodKey[] = []
  for (const wave of encryptedWaves(file)) {
    const [key, master] = [waveKeys.find(wave.id), waveKeys.master(wave.id)]
    if (key && master && isKeyOf(key, wave)) keys[wave.id] = Buffer.from(master).toString('hex')
    else missing.push(wave.period)
  }
  return { keys, missing }
}

/** Puts the keys of a backup in their places. Returns a function that removes them again. */
export function putKeys(keys: KeysOfCopy, waveKeys: WaveKeys): () => void {
  const added = Object.keys(keys).filter((waveId) => !waveKeys.has(waveId))
  for (const waveId of added) waveKeys.put(waveId, Buffer.from(keys[waveId] ?? '', 'hex'))
  return () => {
    for (const waveId of added) waveKeys.destroy(waveId)
  }
}
