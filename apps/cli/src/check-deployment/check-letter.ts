import { withinHours } from '@wayproof/letters/delivery/sending-hours'
import { messageId } from '@wayproof/letters/letter/message-id'
import { findMessage } from '@wayproof/letters/mailbox/find-message'
import { mailboxFault } from '@wayproof/letters/mailbox/mailbox-fault'
import type { MailboxPlace } from '@wayproof/letters/mailbox/mailbox-place'
import { type CheckResult, failed, PASSED, unchecked } from './check-list.ts'
import { type TrialCheck, within } from './trial-check.ts'

/** The email that a running scheduler sends, and its arrival. */
export async function checkLetter(check: TrialCheck): Promise<void> {
  const { list, config, say, address } = check
  say((words) => words.sending(address))
  await list.take('letter', () => checkSending(check))
  let results: CheckResult = unchecked(config.mailbox ? 'no-results' : 'no-mailbox')
  await list.take('arrival', async () => {
    const arrival = await (config.mailbox ? readMailbox(check, config.mailbox) : askForCode(check))
    results = arrival.results ?? results
    return arrival.arrived
  }, ['letter'])
  await list.take('authentication', async () => results, ['letter'])
}

async function checkSending(check: TrialCheck): Promise<CheckResult> {
  const { trials, trial, config, waitSeconds, address, now } = check
  const { sendingHours, timeZone, mail } = config
  if (sendingHours && !withinHours(sendingHours, now(), timeZone)) return unchecked('outside-hours')
  const last = { reply: '', isKeyPresent: true }
  const state = await within(check, async () => {
    const rows = await trials.rows(trial.waveId, address)
    last.reply = rows?.letter.reply ?? ''
    last.isKeyPresent = rows?.isKeyPresent ?? true
    return rows && rows.letter.state !== 'queued' ? rows.letter.state : null
  })
  if (state === 'sent') return PASSED
  if (state === 'written' || mail.kind === 'folder') return unchecked('folder')
  if (!last.isKeyPresent) return failed('key-missing')
  return last.reply === '' ? failed('letter-waits', String(waitSeconds)) : failed('letter-refused', last.reply)
}

interface Arrival {
  readonly arrived: CheckResult
  /** Null if nothing is known of them. */
  readonly results: CheckResult | null
}

async function askForCode({ ask, checkCode }: TrialCheck): Promise<Arrival> {
  if (!ask) return { arrived: unchecked('no-terminal'), results: null }
  const digits = (text: string) => text.replace(/\D/g, '')
  const typed = digits(await ask())
  const arrived = typed === '' ? failed('not-arrived') : typed === digits(checkCode) ? PASSED : failed('wrong-code')
  return { arrived, results: null }
}

const MAILBOX_PAUSE_MS = 2_000

async function readMailbox(check: TrialCheck, place: MailboxPlace): Promise<Arrival> {
  const { trial, sender, checkCode } = check
  try {
    const id = messageId(trial.letterId, sender)
    const message = await within(check, () => findMessage(place, id), MAILBOX_PAUSE_MS)
    if (!message?.text.includes(checkCode)) return { arrived: failed('not-arrived'), results: null }
    return { arrived: PASSED, results: judgeResults(message.authenticationResults) }
  } catch (error) {
    return { arrived: failed('mailbox-unreachable', mailboxFault(error)), results: null }
  }
}

const METHODS = ['spf', 'dkim', 'dmarc'] as const
const BAD = /^(fail|softfail|permerror|policy)$/i

/** Judges the results that a receiver's server wrote into a message (RFC 8601); null if it wrote none. */
export function judgeResults(header: string | null): CheckResult {
  if (header === null) return unchecked('no-results')
  const results = METHODS.flatMap((method) => {
    const methodResults = [...header.matchAll(new RegExp(`(?:^|[;\\s])${method}\\s*=\\s*([a-z]+)`, 'gi'))].map(
      ([, result = '']) => result.toLowerCase(),
    )
    // A list may have signed with a key of its own: one signature that holds is enough.
    const result = methodResults.includes('pass') ? 'pass' : methodResults[0]
    return result === undefined ? [] : [{ method, result }]
  })
  if (results.length === 0) return unchecked('no-results')
  const bad = results.filter(({ result }) => BAD.test(result))
  if (bad.length === 0) return PASSED
  return failed('not-authentic', bad.map(({ method, result }) => `${method}=${result}`).join(', '))
}
