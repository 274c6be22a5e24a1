import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Id } from '@wayproof/kernel/id'
import { TRIAL } from '@wayproof/survey/trial/trial-columns'
import { type EncryptedWave, isKeyOf } from '@wayproof/survey/wave-keys/answer-cipher'
import type { WaveKeys } from '@wayproof/survey/wave-keys/wave-key-folder'
import SQLite from 'better-sqlite3'

/** The keys of the encrypted waves of a copy, each encrypted under the key beside it: in hex, by wave. */
export type KeysOfCopy = Readonly<Record<Id, string>>

interface WaveRow extends EncryptedWave {
  readonly period: PeriodKey
}

/** Linked waves whose answers are encrypted and not lost; a copy of an earlier version has none. */
function encryptedWaves(file: string): readonly WaveRow[] {
  const copy = new SQLite(file, { readonly: true })
  try {
    if (!copy.prepare("SELECT 1 FROM pragma_table_info('wave') WHERE name = 'key_check'").get()) return []
    const waves = `SELECT id, period, key_check AS keyCheck FROM wave
        WHERE key_check IS NOT NULL AND key_lost_at IS NULL AND unlinked_at IS NULL AND status <> '${TRIAL}' ORDER BY period`
    return copy.prepare<[], WaveRow>(waves).all()
  } finally {
    copy.close()
  }
}

/** Whether the key of a wave is in its place, and is not the key of another wave. */
export function hasKeyOf(waveKeys: WaveKeys, wave: EncryptedWave): boolean {
  const key = waveKeys.find(wave.id)
  return key !== null && isKeyOf(key, wave)
}

/** The waves of a copy whose answers cannot be read here. */
export const missingKeys = (file: string, waveKeys: WaveKeys): readonly PeriodKey[] =>
  encryptedWaves(file).flatMap((wave) => (hasKeyOf(waveKeys, wave) ? [] : [wave.period]))

/** The keys of a copy's waves for its backup, the waves that have one, and those whose keys are missing. */
export function keysOfCopy(
  file: string,
  waveKeys: WaveKeys,
): { readonly keys: KeysOfCopy; readonly sealed: readonly PeriodKey[]; readonly missing: readonly PeriodKey[] } {
  const keys: Record<Id, string> = {}
  const sealed: PeriodKey[] = []
  const missing: PeriodKey[] = []
  for (const wave of encryptedWaves(file)) {
    const key = hasKeyOf(waveKeys, wave) ? waveKeys.sealForBackup(wave.id) : null
    if (key) keys[wave.id] = Buffer.from(key).toString('hex')
    const periods = key ? sealed : missing
    periods.push(wave.period)
  }
  return { keys, sealed, missing }
}

/** Puts the keys of a backup in their places, if the keys that decrypt them are there. */
export function takeKeys(keys: KeysOfCopy, waveKeys: WaveKeys): void {
  for (const [waveId, sealed] of Object.entries(keys)) waveKeys.takeFromBackup(waveId, Buffer.from(sealed, 'hex'))
}

/** Keys whose destruction waits: a restore that fails must not cost the key of a wave that is not anonymized yet. */
export function destroyedLater(waveKeys: WaveKeys): { readonly waveKeys: WaveKeys; destroy(): void } {
  const due = new Set<Id>()
  return {
    waveKeys: { ...waveKeys, destroy: (waveId) => void due.add(waveId) },
    destroy: () => {
      for (const waveId of due) waveKeys.destroy(waveId)
    },
  }
}
