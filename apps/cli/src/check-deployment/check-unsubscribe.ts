import { unsubscribeToken } from '@wayproof/survey/links/unsubscribe-link'
import { type CheckResult, failed, PASSED } from './check-list.ts'
import type { TrialCheck } from './trial-check.ts'
import { webCall } from './web-call.ts'

/** The unsubscribe link: its page asks first, and the one-click request of mail programs acts (RFC 8058). */
export async function checkUnsubscribe(check: TrialCheck): Promise<void> {
  await check.list.take('unsubscribe', () => unsubscribe(check), ['survey-address'])
}

async function unsubscribe({ config, keyring, address, trials, trial }: TrialCheck): Promise<CheckResult> {
  const link = `${config.surveyUrl}/u/${unsubscribeToken(keyring, address)}`
  const unsubscribePage = await webCall(`${link}?lang=en`)
  if (unsubscribePage.status !== 200 || !unsubscribePage.text.includes('<form'))
    return failed('not-unsubscribed', String(unsubscribePage.status))
  const oneClick = await webCall(link, { method: 'POST', form: { 'List-Unsubscribe': 'One-Click' } })
  if (oneClick.status !== 200) return failed('not-unsubscribed', String(oneClick.status))
  const after = await webCall(`${link}?lang=en`)
  // The page asks no more: it offers to undo the act.
  if (!after.text.includes('/undo?')) return failed('not-unsubscribed', String(after.status))
  return (await trials.rows(trial.waveId, address))?.isUnsubscribed ? PASSED : failed('rows-differ')
}
