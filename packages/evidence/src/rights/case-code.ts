import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import { codeHash, codeOfForm } from '../conversation/conversation-code.ts'

export const caseCodeHash = (keyring: Keyring, typed: string): Uint8Array => codeHash(keyring, 'case-code', typed)

export const caseCodeOfForm = (keyring: Keyring, formCode: string, content: readonly (string | null)[]): string =>
  codeOfForm(keyring, 'form-case', formCode, content)
