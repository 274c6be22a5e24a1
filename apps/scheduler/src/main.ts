import './react.config.ts'
import { type Instant, LOCALES } from '@wayproof/kernel'
import { clockGuard, clockOffsetFrom } from '@wayproof/kernel/clock-guard'
import { keyring } from '@wayproof/kernel/keyring'
import { operationLog } from '@wayproof/kernel/operation-log'
import { type SettingFault, UNUSABLE_SETTINGS } from '@wayproof/kernel/setting'
import { systemClock, systemIds, systemSleep, systemStopwatch, systemTokens } from '@wayproof/kernel/system'
import {
  dkimSigner,
  domainLimit,
  letterRenderer,
  outboxFolderTransport,
  rateWindow,
  smtpTransport,
  withinHours,
} from '@wayproof/letters'
import { openReportPrinter } from '@wayproof/letters/pdf'
import { type Messages, messages, type SettingFaultCode } from '@wayproof/messages'
import { RULES } from '@wayproof/scorecard'
import { closeFiles, DatabaseFault, keepFilesPrivate, openKeyFile, openStore } from '@wayproof/store'
import { bounceFolder } from './bounces/bounce-folder.ts'
import { bounceMailbox } from './bounces/bounce-mailbox.ts'
import { readConfig } from './config.ts'
import { readDkimKey } from './delivery/read-dkim-key.ts'
import { openHealthServer } from './health/health-server.ts'
import { threadComparison } from './policy-pages/compare-on-thread.ts'
import { pageFetcher } from './policy-pages/fetch-page.ts'
import { publicNetwork } from './policy-pages/network.ts'
import { runScheduler } from './scheduler.ts'

const log = operationLog('scheduler', systemClock)
const say = (line: (all: Messages) => string) => console.log(LOCALES.map((locale) => line(messages(locale))).join('\n'))

function stop(faults: readonly SettingFault<SettingFaultCode>[]): never {
  say(({ settings }) => {
    const lines = faults.map(({ code, name, value }) => `  ${settings.faults[code](name, value)}`)
    return [settings.stopped, ...lines].join('\n')
  })
  process.exit(UNUSABLE_SETTINGS)
}

function stopWithoutDatabase(error: unknown): never {
  if (!(error instanceof DatabaseFault)) throw error
  log({ level: 'error', event: 'database', code: error.code, message: error.message })
  say(({ databaseFaults }) => databaseFaults[error.code](error.detail))
  process.exit(1)
}

keepFilesPrivate()
const read = readConfig()
if (!read.ok) stop(read.faults)
const { mail, dkim, sendingHours, ...config } = read.value
const bounceSources = [
  ...(config.bounceFolder === null ? [] : [bounceFolder(config.bounceFolder)]),
  ...(config.bounceMailbox === null ? [] : [bounceMailbox(config.bounceMailbox, { sleep: systemSleep })]),
]
const privateKey = dkim && readDkimKey(dkim.keyFile)
if (dkim && !privateKey) stop([{ name: 'DKIM_KEY_FILE', value: dkim.keyFile, code: 'dkim-key-unusable' }])
const signer = dkim && privateKey ? dkimSigner({ ...dkim, privateKey }) : undefined
const closed = closeFiles(config)
if (closed[0]) say(({ settings }) => settings.filesClosed(closed.length, closed[0] ?? ''))
const startEmpty = process.argv.includes('--new')
const keyFile = openKeyFile(config.keyFile, systemTokens, config.databaseUrl, { startEmpty })
if (!keyFile.ok) stop([{ name: 'KEY_FILE', value: keyFile.fault.figures.path, code: keyFile.fault.code }])
if (keyFile.value.made) say(({ settings }) => settings.keyMade(config.keyFile))

const machine = { clock: systemClock, ids: systemIds, tokens: systemTokens, sleep: systemSleep }
const bound = { ...config, ...machine, keyring: keyring(keyFile.value.key), rules: RULES, log }
const store = await openStore({ ...bound, keyBinding: keyFile.value }).catch(stopWithoutDatabase)
const transport = mail.kind === 'smtp' ? smtpTransport(mail.url) : outboxFolderTransport(mail.folder)

const domains = domainLimit(config.domainConcurrency, systemSleep)
const rate = config.lettersAMinute === null ? undefined : rateWindow(config.lettersAMinute, systemSleep)
const isSendingHour = sendingHours ? (at: Instant) => withinHours(sendingHours, at, config.timeZone) : undefined

const deadline = (milliseconds: number) => AbortSignal.timeout(milliseconds)
const fetchPage = pageFetcher(publicNetwork, deadline)

const reportPrinter = openReportPrinter(deadline)

const stopping = new AbortController()
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stopping.abort())
say(({ scheduler: { started, delivers, reads } }) => {
  const sources = bounceSources.map(({ kind, place }) => ` ${reads[kind](place)}`)
  return `${started} ${delivers[transport.kind](transport.place)}${sources.join('')}`
})

const ports = {
  ...bound,
  store,
  clockGuard: clockGuard({
    clock: systemClock,
    stopwatch: systemStopwatch,
    clockOffset: clockOffsetFrom(config.timeUrl, systemClock),
    trustedClock: store.trustedClock,
  }),
  transport,
  render: letterRenderer(),
  reportPrinter,
  signer,
  domains,
  rate,
  isSendingHour,
  fetchPage,
  comparePage: threadComparison(deadline),
  bounceSources,
}
const { healthAddress } = config
const healthServer =
  healthAddress &&
  (await openHealthServer({ health: store.health, clock: systemClock }, healthAddress.port, healthAddress.host).catch(
    (error: unknown) => {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
      stop([
        isTaken
          ? { name: 'SCHEDULER_PORT', value: String(healthAddress.port), code: 'port-taken' }
          : { name: 'HOST', value: healthAddress.host, code: 'cannot-listen' },
      ])
    },
  ))
void store.integrity.checkStructure().then(
  (state) => {
    if (state !== 'damaged') return
    log({ event: 'database-damaged', faults: store.integrity.damage()?.faults })
    say(({ databaseFaults }) => databaseFaults.damaged(''))
  },
  (error) => log({ event: 'database-unchecked', error: String(error) }),
)
await runScheduler(ports, stopping.signal)
await healthServer?.close()
for (const source of bounceSources) await source.close()
await transport.close()
await reportPrinter.close()
await store.close()
say(({ scheduler }) => scheduler.stopped)
process.exit(0)
