import { type Refusal, readRefusal } from '../refusals/read-refusal.ts'
import { aboveCopy, quotedAnswer } from '../refusals/server-words.ts'
import type { ReportFields } from './report-fields.ts'

const NO_FAILURE = new Set(['delivered', 'relayed', 'expanded'])
const STATUS = /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?!\.?\d)/
/** The server accepted no letter from us at all, so its words are not about the recipient. */
const AT_SENDER = /(?:in reply to|after|response to) (?:the )?mail from\b|\bsender was rejected/i

/** A bounce with the server's own words. */
export interface ReadBounce extends Refusal {
  readonly words: string
}

/**
 * Reads one recipient's block of a delivery status; null if nothing failed. `above` is the text for people, read if
 * the block itself gives no cause.
 */
export function readStatus(fields: ReportFields, above = ''): ReadBounce | null {
  const action = /^[a-z]*/.exec((fields.get('action') ?? '').toLowerCase())?.[0] ?? ''
  const isFailed = action.startsWith('fail')
  if (NO_FAILURE.has(action)) return null
  // Its first word names the kind of server that it quotes, as in `smtp; 550 …`.
  const diagnostic = (fields.get('diagnostic-code') ?? '').replace(/^[\w.-]{1,32}\s?;\s{0,8}/, '')
  const reported = fields.get('status') ?? ''
  const status = STATUS.exec(reported)?.[0] ?? null
  // Permanent failures often have an unspecific `4.0.0`.
  const telling = isFailed && status?.endsWith('.0.0') ? null : status
  // Some write the cause beside the code of the report; that code gives way to the one of the diagnosis.
  const refusal = readRefusal(`${diagnostic} ${reported.replace(STATUS, ' ')}`.trim(), telling)
  const words = `${reported} ${diagnostic}`
  if (action === 'delayed') return { kind: 'soft', cause: refusal?.cause ?? 'network', words }
  if (refusal === null && !isFailed) return null
  if (refusal !== null && refusal.cause !== 'unclear') return { ...withoutSender(refusal, above), words }
  const further = readWords(above)
  if (further === null || further.cause === 'unclear') return { kind: 'soft', cause: 'unclear', words }
  const kind = telling?.startsWith('4') ? 'soft' : further.kind
  return { ...further, kind, words: `${words} ${further.words}` }
}

/** Reads the text above the letter's copy in a report without a delivery status; null if it reports no failure. */
export function readWords(text: string): ReadBounce | null {
  const words = aboveCopy(text)
  const answer = quotedAnswer(words)
  const refusal = answer === null ? null : readRefusal(answer)
  if (answer !== null && refusal !== null && refusal.cause !== 'unclear')
    return { ...withoutSender(refusal, words), words: answer }
  const whole = readRefusal(words)
  if (whole === null) return null
  const kind = answer?.startsWith('4') ? 'soft' : whole.kind
  return { ...withoutSender({ ...whole, kind }, words), words: answer ?? words }
}

const withoutSender = (refusal: Refusal, above: string): Refusal =>
  refusal.kind === 'hard' && AT_SENDER.test(above.slice(0, 16 * 1024)) ? { kind: 'soft', cause: 'sender' } : refusal
