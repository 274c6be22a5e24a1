import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { Tokens } from '@wayproof/kernel/id'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import { type OpenWords, openWords, sealWords } from '../conversation/sealed-words.ts'
import type { SealedMessage } from './ports.ts'
import type { MessagePurpose, RightsAuthor } from './rights-case.ts'

export type CaseMessage = OpenWords<RightsAuthor, MessagePurpose>

export const sealMessage = <P extends MessagePurpose>(
  ports: { readonly keyring: Keyring; readonly tokens: Tokens },
  purpose: P,
  text: string,
  day: CalendarDate,
): SealedMessage<P> =>
  sealWords(ports, 'case-text', { author: purpose === 'message' ? 'person' : 'officer', purpose, text, day })

export const openMessage = (keyring: Keyring, message: SealedMessage): CaseMessage =>
  openWords(keyring, 'case-text', message)
