import { Misused, readArguments, runCommand, terminalLocale } from '@wayproof/command-line/command-line'
import { existingDatabase } from '@wayproof/command-line/existing-database'
import { interruption } from '@wayproof/command-line/interruption'
import { withData } from '@wayproof/command-line/open-data'
import { parseEmail } from '@wayproof/kernel/people/email'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import { systemClock } from '@wayproof/kernel/system'
import { messages } from '@wayproof/messages/messages'
import type { Store } from '@wayproof/operations/store/open-store'
import { askPerson } from './check-deployment/ask-person.ts'
import { beginCheck, refuseOtherUser } from './check-deployment/begin-check.ts'
import { checkAddresses } from './check-deployment/check-addresses.ts'
import { checkBounce } from './check-deployment/check-bounce.ts'
import { type CheckConfig, readCheckConfig } from './check-deployment/check-config.ts'
import { checkDns } from './check-deployment/check-dns.ts'
import { checkLetter } from './check-deployment/check-letter.ts'
import { type CheckList, checkList, failed, PASSED } from './check-deployment/check-list.ts'
import { checkPages, surveyLinkOf } from './check-deployment/check-pages.ts'
import { checkUnsubscribe } from './check-deployment/check-unsubscribe.ts'
import { resultLine, summaryLine } from './check-deployment/result-line.ts'
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
