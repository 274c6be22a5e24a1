import { dateAt, fail, type Locale, type Outcome, ok } from '@wayproof/kernel'
import { linkFault } from '../links/invitation.ts'
import { readLinkToken } from '../links/invitation-link.ts'
import { NOBODY } from '../links/link-token.ts'
import type { SurveyPorts } from '../ports.ts'
import { type AnswerFault, readAnswer } from './answer.ts'
import type { SaveFault } from './ports.ts'
import { readReceipt, receiptHash } from './receipt.ts'

export interface RecordAnswer {
  readonly token: string
  /** Created with the form by `newReceipt`; a second post of the same form is the same answer. */
  readonly receipt: string
  /** Language of the page. */
  readonly locale: Locale
  /** Item ID -> code or text, as posted. */
  readonly fields: Readonly<Record<string, string>>
}

/** Stores an answer. It is on disk when this resolves with `ok`; a page may confirm it only then. */
export async function recordAnswer(
  ports: Pick<SurveyPorts, 'store' | 'clock' | 'keyring' | 'timeZone'>,
  { token, receipt, locale, fields }: RecordAnswer,
): Promise<Outcome<{ readonly receipt: string }, SaveFault | AnswerFault>> {
  const { store, keyring } = ports
  const now = ports.clock.now()
  const link = readLinkToken(keyring, token)
  const found = await store.invitation(link?.invitationId ?? NOBODY)
  const fault = linkFault(link && found, link?.generation ?? 0, now)
  if (fault && fault.code !== 'link-used') return { ok: false, fault }
  if (!link || !found) return fail('link-unknown')

  const code = readReceipt(receipt)
  if (code === null) return fail('receipt-invalid')
  const hash = receiptHash(keyring, code)
  if (fault) return (await store.receiptKnown(found.wave.id, hash)) ? ok({ receipt: code }) : { ok: false, fault }

  const answer = readAnswer(found.questionnaire, fields)
  if (!answer.ok) return answer
  const saved = await store.saveAnswer({
    invitationId: link.invitationId,
    generation: link.generation,
    ...answer.value,
    language: locale,
    receiptHash: hash,
    at: now,
    day: dateAt(now, ports.timeZone),
  })
  return saved.ok ? ok({ receipt: code }) : saved
}
