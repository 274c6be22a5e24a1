import type { CalendarDate, Tokens } from '@wayproof/kernel'
import type { Keyring } from '@wayproof/kernel/keyring'
import type { SealedMessage } from './ports.ts'
import type { MessagePurpose, RightsAuthor } from './rights-case.ts'

export interface CaseMessage {
  readonly author: RightsAuthor
  readonly purpose: MessagePurpose
  readonly day: CalendarDate
  readonly text: string
}

export const sealMessage = <P extends MessagePurpose>(
  { keyring, tokens }: { readonly keyring: Keyring; readonly tokens: Tokens },
  purpose: P,
  text: string,
  day: CalendarDate,
): SealedMessage<P> => ({
  author: purpose === 'message' ? 'person' : 'officer',
  purpose,
  day,
  textSealed: keyring.seal('case-text', text, tokens.bytes(12)),
})

export const openMessage = (keyring: Keyring, { author, purpose, day, textSealed }: SealedMessage): CaseMessage => ({
  author,
  purpose,
  day,
  text: keyring.open('case-text', textSealed),
})
