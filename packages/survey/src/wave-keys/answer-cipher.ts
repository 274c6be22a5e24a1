import { DatabaseFault } from '@wayproof/database/database-fault'
import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import type { Id, Tokens } from '@wayproof/kernel/id'
import { equalBytes, type Keyring } from '@wayproof/kernel/secrets/keyring'
import { NONCE_BYTES } from '@wayproof/kernel/secrets/nonce'
import { type AnswerText, packAnswer, packedSize, unpackAnswer } from '../answers/packed-answer.ts'
import type { WaveKeys } from './wave-key-folder.ts'

/** Encrypts answers and drafts of one open wave under its key. */
export interface AnswerCipher {
  /** All results for one questionnaire have the same size. */
  encryptAnswer(answer: AnswerText, questionnaire: Questionnaire): Uint8Array
  /** Throws if it was changed or encrypted under another key. */
  decryptAnswer(encrypted: Uint8Array): AnswerText
  /** A key for the decrypted answer under a receipt: the same each time, and of no meaning without the key of the wave. */
  decryptedKey(receipt: Uint8Array): Uint8Array
  encryptDraft(draft: Uint8Array): Uint8Array
  /** Null if it cannot be read, because an unreadable draft must not block answering. */
  decryptDraft(encrypted: Uint8Array): Uint8Array | null
}

/** A wave with the check value of its key: null if its answers are not encrypted. */
export interface EncryptedWave {
  readonly id: Id
  readonly keyCheck: Uint8Array | null
}

/** Finds the cipher of a wave; null if its answers are not encrypted. Throws DatabaseFault `wave-key-missing`. */
export type CipherOf = (wave: EncryptedWave) => AnswerCipher | null

export interface CipherDeps {
  readonly tokens: Tokens
  /** Absent if no key can be read. */
  readonly waveKeys?: WaveKeys | undefined
}

export function answerCiphers({ tokens, waveKeys }: CipherDeps): CipherOf {
  /** The check of each key that is in memory, which takes longer than to encrypt an answer. */
  const ciphers = new WeakMap<Keyring, { readonly check: Uint8Array; readonly cipher: AnswerCipher }>()
  const checked = (key: Keyring, id: Id) => {
    const known = ciphers.get(key) ?? { check: waveKeyCheck(key, id), cipher: cipherWith(key, tokens) }
    ciphers.set(key, known)
    return known
  }
  return ({ id, keyCheck }) => {
    if (keyCheck === null) return null
    const key = waveKeys?.find(id)
    if (!key) throw new DatabaseFault('wave-key-missing', `the key of wave ${id} is missing`)
    const { check, cipher } = checked(key, id)
    if (!equalBytes(Buffer.from(keyCheck), Buffer.from(check)))
      throw new DatabaseFault('wave-key-missing', `the key of wave ${id} is another one's`)
    return cipher
  }
}

/** Proves which key encrypts a wave; stored with the wave. */
export const waveKeyCheck = (key: Keyring, waveId: Id): Uint8Array => key.mac('key-check', waveId)

export const isKeyOf = (key: Keyring, { id, keyCheck }: EncryptedWave): boolean =>
  keyCheck !== null && equalBytes(Buffer.from(keyCheck), Buffer.from(waveKeyCheck(key, id)))

const KEY_BYTES = 16

const cipherWith = (key: Keyring, tokens: Tokens): AnswerCipher => {
  const nonce = () => tokens.bytes(NONCE_BYTES)
  return {
    encryptAnswer: (answer, questionnaire) =>
      key.sealBytes('answer', packAnswer(answer, packedSize(questionnaire)), nonce()),
    decryptAnswer: (encrypted) => unpackAnswer(key.openBytes('answer', encrypted)),
    decryptedKey: (receipt) => key.mac('answer', receipt).subarray(0, KEY_BYTES),
    encryptDraft: (draft) => key.sealBytes('draft', draft, nonce()),
    decryptDraft: (encrypted) => {
      try {
        return key.openBytes('draft', encrypted)
      } catch {
        return null
      }
    },
  }
}
