import { statSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { Misused, readArguments, runCommand, terminalLocale } from '@wayproof/command-line/command-line'
import { existingDatabase } from '@wayproof/command-line/existing-database'
import { interruption } from '@wayproof/command-line/interruption'
import { withData } from '@wayproof/command-line/open-data'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { periodKey, periodOf, previousPeriod } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import { parseEmail } from '@wayproof/kernel/people/email'
import type { Locale } from '@wayproof/kernel/people/locale'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import { systemClock, systemTokens } from '@wayproof/kernel/system'
import type { Messages } from '@wayproof/messages/en'
import type { CheckFault, CheckGap, CheckStep } from '@wayproof/messages/en/commands/deployment-check'
import { messages } from '@wayproof/messages/messages'
import type { Store } from '@wayproof/operations/store/open-store'
import { RULES } from '@wayproof/scorecard/rules'
import { unsubscribeToken } from '@wayproof/survey/links/unsubscribe-link'
import type { BegunTrial } from '@wayproof/survey/trial/begin-trial'
import { checkAddresses } from './check-deployment/check-addresses.ts'
import { checkBounce } from './check-deployment/check-bounce.ts'
import { type CheckConfig, readCheckConfig } from './check-deployment/check-config.ts'
import { checkDns } from './check-deployment/check-dns.ts'
import { checkLetter } from './check-deployment/check-letter.ts'
import {
  type CheckList,
  type CheckResult,
  checkList,
  failed,
  PASSED,
  type StepResult,
} from './check-deployment/check-list.ts'
import { checkPages, surveyLinkOf } from './check-deployment/check-pages.ts'
import type { TrialCheck } from './check-deployment/trial-check.ts'
import { webCall } from './check-deployment/web-call.ts'

// Walks an installation with a throw-away wave before the first real one:
// `pnpm check-deployment ADDRESS [--no-wait] [--wait SECONDS] [--data FOLDER] [--json]`.

const options = {
  'no-wait': { type: 'boolean' },
  wait: { type: 'string' },
  data: { type: 'string' },
  json: { type: 'boolean' },
} as const
const { deploymentCheck: text } = messages(terminalLocale)
/** How long a person may look for the email. */
const PERSON_SECONDS = 900

interface Installation {
  readonly store: Store
  readonly keyring: Keyring
  readonly config: CheckConfig
  readonly list: CheckList
}

interface Choices {
  readonly address: string
  readonly waitSeconds: number
  readonly mayAsk: boolean
  readonly stopped: AbortSignal
}

/** Takes all steps, and removes the throw-away wave also if the person stops the command. */
async function checkDeployment(installation: Installation, choices: Choices): Promise<void> {
  const { store, config, keyring, list } = installation
  const now = () => systemClock.now()
  if ((await store.trials.remove(now())) > 0) process.stderr.write(`${text.removed}\n`)
  const at = (await store.databaseTime()) ?? now()
  const { address, waitSeconds } = choices
  const begun = await beginCheck(store, config, { address, waitSeconds, locale: terminalLocale, at }, text.refused)
  const check: TrialCheck = {
    ...begun,
    ...choices,
    list,
    config,
    keyring,
    now,
    trials: store.trials,
    ask: choices.mayAsk ? () => askPerson(text.askCode, PERSON_SECONDS, choices.stopped) : null,
    say: (choose) => void process.stderr.write(`${choose(text)}\n`),
  }
  try {
    await takeSteps(check, store)
  } catch (error) {
    await store.trials.remove(now())
    throw error
  }
  await list.take('clean-up', () => cleanUp(check))
}

async function takeSteps(check: TrialCheck, { databaseTime }: Store): Promise<void> {
  const { list, config, sender } = check
  await checkAddresses(list, config, await databaseTime())
  const domainOf = (mailbox: string) => mailbox.slice(mailbox.lastIndexOf('@') + 1)
  const { mail, bounceAddress } = config
  await checkDns(list, config, {
    sender: domainOf(sender),
    bounces: domainOf(bounceAddress ?? sender),
    mailServer: mail.kind === 'smtp' ? new URL(mail.url).hostname : null,
  })
  await checkLetter(check)
  await checkPages(check)
  await checkBounce(check)
  await checkUnsubscribe(check)
}

async function cleanUp(check: TrialCheck) {
  const { trials, trial, address, now, list } = check
  await trials.remove(now())
  if ((await trials.rows(trial.waveId, address)) !== null) return failed('left-over')
  if (!list.hasPassed('page')) return PASSED
  const { status } = await webCall(surveyLinkOf(check, 'en'))
  return status === 200 ? failed('left-over') : PASSED
}

/** Asks on the terminal, and resolves to an empty text if nobody answers within `seconds` or the input ends. */
async function askPerson(question: string, seconds: number, stopped: AbortSignal): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  // The interface takes Ctrl-C from the terminal, so the process gets no signal.
  terminal.once('SIGINT', () => process.kill(process.pid, 'SIGINT'))
  try {
    return await terminal.question(question, {
      signal: AbortSignal.any([stopped, AbortSignal.timeout(seconds * 1000)]),
    })
  } catch {
    return ''
  } finally {
    terminal.close()
  }
}

/** A step with its result, and for a failure with what to do. */
function resultLine({ step, state, reason, detail }: StepResult, locale: Locale): string {
  const { steps, states, faults, gaps } = messages(locale).deploymentCheck
  const line = `${states[state]}  ${steps[step]}`
  if (reason === null) return line
  const detailText = reason === 'after' ? steps[detail as CheckStep] : detail
  return `${line}\n        ${state === 'failed' ? faults[reason as CheckFault](detailText) : gaps[reason as CheckGap](detailText)}`
}

function summaryLine(results: readonly StepResult[], locale: Locale): string {
  const { passed, failed } = messages(locale).deploymentCheck
  const count = (wanted: StepResult['state']) => results.filter(({ state }) => state === wanted).length
  return count('failed') > 0 ? failed(count('failed')) : passed(count('passed'), count('not-checked'))
}

/** The unsubscribe link: its page asks first, and the one-click request of mail programs acts (RFC 8058). */
async function checkUnsubscribe(check: TrialCheck): Promise<void> {
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

/** Time for the pages and for a person, beside the time for each of the three emails. */
const STEPS_MS = 30 * 60_000

type Refused = Messages['deploymentCheck']['refused']

/** Throws Misused unless the user of this process owns the data: a key that root makes is unreadable for the apps. */
function refuseOtherUser({ dataFolder }: CheckConfig, refused: Refused): void {
  const user = process.getuid?.()
  const owner = statSync(dataFolder, { throwIfNoEntry: false })?.uid
  if (user !== undefined && owner !== undefined && user !== owner) throw new Misused(refused['other-user'](dataFolder))
}

interface NewCheck {
  readonly address: string
  readonly locale: Locale
  readonly at: Instant
  /** Limit for each email. */
  readonly waitSeconds: number
}

interface BegunCheck {
  readonly trial: BegunTrial
  readonly checkCode: string
  /** The address in From. */
  readonly sender: string
}

/** Begins the throw-away wave of a check, which ends with the longest time that its steps take. Throws Misused. */
async function beginCheck(
  store: Store,
  { mailFrom, timeZone }: CheckConfig,
  { address, locale, at, waitSeconds }: NewCheck,
  refused: Refused,
): Promise<BegunCheck> {
  const organisation = await store.organisation.get()
  const sender = mailFrom ?? parseEmail(organisation?.contactEmail ?? '')
  const questionnaire = await store.survey.latestQuestionnaire()
  if (!organisation || !sender || !questionnaire) throw new Misused(refused['no-organisation'])
  const closesAt = at + STEPS_MS + 3000 * waitSeconds
  const checkCode = newCode()
  const begun = await store.trials.begin({
    address,
    locale,
    period: periodKey(previousPeriod(periodOf('half-year', dateAt(at, timeZone)))),
    questionnaire,
    checkCode,
    smallestGroup: RULES.smallestGroup,
    at,
    closesAt,
    closesOn: dateAt(closesAt, timeZone),
  })
  if (begun.ok) return { trial: begun.value, checkCode, sender }
  const { code } = begun.fault
  throw new Misused(code === 'address-known' ? refused[code](address) : refused[code])
}

/** 6 digits in two groups, which a person types. */
function newCode(): string {
  const number = Buffer.from(systemTokens.bytes(4)).readUInt32BE() % 1_000_000
  return String(number)
    .padStart(6, '0')
    .replace(/^\d{3}/, '$& ')
}

await runCommand(async () => {
  const { values, positionals } = readArguments(options, text.usage, 1)
  const [typed] = positionals
  if (!typed) throw new Misused(text.usage)
  const address = parseEmail(typed)
  if (!address) throw new Misused(text.refused['not-an-address'](typed))
  const { wait = '120' } = values
  if (!/^[1-9]\d{0,3}$/.test(wait) || Number(wait) > 3600) throw new Misused(text.refused['bad-wait'](wait))
  const config = readCheckConfig(values.data)
  existingDatabase(config)
  refuseOtherUser(config, text.refused)
  const show = values.json ? process.stderr : process.stdout
  const stopping = new AbortController()
  void interruption().then(() => stopping.abort())
  const list = checkList(stopping.signal, (result) => show.write(`${resultLine(result, terminalLocale)}\n`))
  const mayAsk = process.stdin.isTTY && !values['no-wait']
  const choices = { address, waitSeconds: Number(wait), mayAsk, stopped: stopping.signal }
  await withData(config, (store, keyring) => checkDeployment({ store, keyring, config, list }, choices))
  show.write(`\n${summaryLine(list.results, terminalLocale)}\n`)
  const holds = list.results.every(({ state }) => state !== 'failed')
  if (values.json) process.stdout.write(`${JSON.stringify({ holds, steps: list.results })}\n`)
  if (!holds) process.exit(1)
})
