import type { CalendarDate, Tokens } from '@wayproof/kernel'
import type { Keyring } from '@wayproof/kernel/keyring'
import type { SealedMessage } from './ports.ts'
import type { RightsAuthor } from './rights-case.ts'

export interface CaseMessage {
  readonly author: RightsAuthor
  readonly day: CalendarDate
  readonly text: string
}

export const sealMessage = (
  { keyring, tokens }: { readonly keyring: Keyring; readonly tokens: Tokens },
  author: RightsAuthor,
  text: string,
  day: CalendarDate,
): SealedMessage => ({ author, day, textSealed: keyring.seal('case-text', text, tokens.bytes(12)) })

export const openMessage = (keyring: Keyring, { author, day, textSealed }: SealedMessage): CaseMessage => ({
  author,
  day,
  text: keyring.open('case-text', textSealed),
})
