import type { SettingsRead } from '@wayproof/kernel/setting'
import { type DkimSigner, dkimSigner } from '@wayproof/letters'
import type { SettingFaultCode } from '@wayproof/messages'
import { type Config, readConfig } from '../config.ts'
import { readDkimKey } from './read-dkim-key.ts'

export interface SignedConfig extends Config {
  /** Undefined: letters are not signed. */
  readonly signer: DkimSigner | undefined
}

/** Reads the settings, and the DKIM key that they name. */
export function readSignedConfig(): SettingsRead<SignedConfig, SettingFaultCode> {
  const read = readConfig()
  if (!read.ok) return read
  const { dkim } = read.value
  if (!dkim) return { ok: true, value: { ...read.value, signer: undefined } }
  const privateKey = readDkimKey(dkim.keyFile)
  if (!privateKey) {
    return { ok: false, faults: [{ name: 'DKIM_KEY_FILE', value: dkim.keyFile, code: 'dkim-key-unusable' }] }
  }
  return { ok: true, value: { ...read.value, signer: dkimSigner({ ...dkim, privateKey }) } }
}
