import { LOCALES, type Locale } from '@wayproof/kernel/people/locale'
import { fillIn, send, Unusable } from '@wayproof/local-stack/clients/visit'
import { linkToken } from '@wayproof/survey/links/invitation-link'
import { type CheckResult, failed, PASSED } from './check-list.ts'
import type { TrialCheck } from './trial-check.ts'
import { type WebAnswer, webCall } from './web-call.ts'

/** The link of the check's letter in a language. */
export const surveyLinkOf = ({ keyring, config, trial }: TrialCheck, locale: Locale): string =>
  `${config.surveyUrl}/s/${linkToken(keyring, { invitationId: trial.invitationId, generation: 0, locale })}`

/** Opens the link, answers, corrects and withdraws through the public address, and compares the rows. */
export async function checkPages(check: TrialCheck): Promise<void> {
  const { list } = check
  const link = surveyLinkOf(check, 'en')
  let given: GivenAnswer = { first: new URLSearchParams(), other: new URLSearchParams() }
  await list.take('page', () => checkPage(link), ['survey-address'])
  await list.take('answer', async () => {
    try {
      const { answer, cookies } = await giveAnswer(link)
      given = answer
      const open = cookies.find((cookie) => !/; *secure/i.test(cookie))
      if (open && link.startsWith('https:')) return failed('open-cookie', open.split('=', 1)[0])
      return hasRows(check, { answers: 1, withdrawn: 0 })
    } catch (error) {
      if (error instanceof Unusable) return failed('form-refused', String(error.status))
      throw error
    }
  }, ['page'])
  await list.take('correction', () => correct(check, given), ['answer'])
  await list.take('withdrawal', () => withdraw(check, given), ['answer'])
}

async function checkPage(link: string): Promise<CheckResult> {
  for (const locale of LOCALES) {
    const { status, text } = await webCall(`${link}?lang=${locale}`)
    if (status !== 200) return failed('page-refused', String(status))
    if (!text.includes(`lang="${locale}"`)) return failed('page-language', locale)
  }
  return PASSED
}

/** Two answers under one receipt. */
interface GivenAnswer {
  readonly first: URLSearchParams
  readonly other: URLSearchParams
}

async function giveAnswer(
  link: string,
): Promise<{ readonly answer: GivenAnswer; readonly cookies: readonly string[] }> {
  const others = new Map<string, string>()
  const filled = await fillIn(link, (question, offered) => {
    const last = offered.at(-1)
    if (last !== undefined) others.set(question, last)
    return offered[0] ?? null
  })
  const response = await send(filled)
  const other = new URLSearchParams(filled.fields)
  for (const [question, value] of others) other.set(question, value)
  return { answer: { first: filled.fields, other }, cookies: response.headers.getSetCookie() }
}

const post = ({ config: { surveyUrl } }: TrialCheck, path: string, form: URLSearchParams): Promise<WebAnswer> =>
  webCall(`${surveyUrl}${path}?lang=en`, { method: 'POST', origin: surveyUrl, form })

const receiptOf = ({ first }: GivenAnswer) => new URLSearchParams({ receipt: first.get('receipt') ?? '' })

async function correct(check: TrialCheck, given: GivenAnswer): Promise<CheckResult> {
  const before = await post(check, '/receipt', receiptOf(given))
  if (before.status !== 200) return failed('form-refused', String(before.status))
  const { status } = await post(check, '/receipt/correction', given.other)
  if (status !== 303) return failed('form-refused', String(status))
  const after = await post(check, '/receipt', receiptOf(given))
  return after.text === before.text ? failed('rows-differ') : hasRows(check, { answers: 1, withdrawn: 0 })
}

async function withdraw(check: TrialCheck, given: GivenAnswer): Promise<CheckResult> {
  const { status } = await post(check, '/receipt/withdrawal', receiptOf(given))
  return status === 303 ? hasRows(check, { answers: 0, withdrawn: 1 }) : failed('form-refused', String(status))
}

async function hasRows(
  { trials, trial, address }: TrialCheck,
  wanted: { readonly answers: number; readonly withdrawn: number },
): Promise<CheckResult> {
  const rows = await trials.rows(trial.waveId, address)
  return rows?.answers === wanted.answers && rows.withdrawn === wanted.withdrawn ? PASSED : failed('rows-differ')
}
