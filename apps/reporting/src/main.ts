import { once } from 'node:events'
import type { Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { LOCALES } from '@wayproof/kernel'
import { clockGuard, clockOffsetFrom } from '@wayproof/kernel/clock-guard'
import { keyring } from '@wayproof/kernel/keyring'
import { operationLog } from '@wayproof/kernel/operation-log'
import { type SettingFault, UNUSABLE_SETTINGS } from '@wayproof/kernel/setting'
import { systemClock, systemIds, systemSleep, systemStopwatch, systemTokens } from '@wayproof/kernel/system'
import { openReportPrinter } from '@wayproof/letters/pdf'
import { type Messages, messages, type SettingFaultCode } from '@wayproof/messages'
import { RULES } from '@wayproof/scorecard'
import { closeFiles, DatabaseFault, keepFilesPrivate, openKeyFile, openStore } from '@wayproof/store'
import { DEFAULT_QUESTIONNAIRE, publishQuestionnaire } from '@wayproof/survey'
import { readConfig } from './config.ts'
import { inviteFirstOfficer } from './server/accounts/invite-first-officer.ts'
import { callerAddress } from './server/http/caller-address.ts'
import { cutHangingBodies } from './server/http/hanging-body.ts'
import { readWebFiles } from './server/http/web-files.ts'
import { httpApp } from './server/http.ts'
import { providerClient } from './server/provider-sign-in/provider-client.ts'
import { CALLBACK } from './server/provider-sign-in/provider-route.ts'
import { authentication } from './server/sign-in/auth.ts'
import { surveyPorts } from './server/trpc/ports.ts'

const log = operationLog('reporting', systemClock)
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
const config = read.value
const closed = closeFiles(config)
if (closed[0]) say(({ settings }) => settings.filesClosed(closed.length, closed[0] ?? ''))
const startEmpty = process.argv.includes('--new')
const keyFile = openKeyFile(config.keyFile, systemTokens, config.databaseUrl, { startEmpty })
if (!keyFile.ok) stop([{ name: 'KEY_FILE', value: keyFile.fault.figures.path, code: keyFile.fault.code }])
if (keyFile.value.made) say(({ settings }) => settings.keyMade(config.keyFile))

const machine = { clock: systemClock, ids: systemIds, tokens: systemTokens, keyring: keyring(keyFile.value.key) }
const clockOffset = clockOffsetFrom(config.timeUrl, systemClock)
const callers = callerAddress(config.trustedProxies)
const bound = { ...machine, ...config, rules: RULES, log, clockOffset, callerAddress: callers }
const store = await openStore({ ...bound, keyBinding: keyFile.value, sleep: systemSleep }).catch(stopWithoutDatabase)
const guarded = { clock: systemClock, stopwatch: systemStopwatch, clockOffset, trustedClock: store.trustedClock }
const parts = {
  ...bound,
  store,
  auth: await authentication({ ...bound, store }),
  provider: config.provider && providerClient(config.provider, `${config.reportingUrl}${CALLBACK}`),
  clockGuard: clockGuard(guarded),
  reportPrinter: openReportPrinter((milliseconds) => AbortSignal.timeout(milliseconds)),
}
await publishQuestionnaire(surveyPorts(parts), { questionnaire: DEFAULT_QUESTIONNAIRE }).catch(stopWithoutDatabase)

const web = readWebFiles(fileURLToPath(new URL('../dist/web', import.meta.url)))
const { fetch } = httpApp(parts, web)
const server = serve({ fetch, hostname: config.host, port: config.port })
cutHangingBodies(server as Server)
server.once('error', (error) => {
  const taken = 'code' in error && error.code === 'EADDRINUSE'
  if (taken) stop([{ name: 'REPORTING_PORT', value: String(config.port), code: 'port-taken' }])
  stop([{ name: 'HOST', value: `${config.host}:${config.port}`, code: 'cannot-listen' }])
})
await once(server, 'listening')
say(({ settings }) => settings.listening(config.reportingUrl))
void store.integrity.checkStructure().then(
  (state) => {
    if (state !== 'damaged') return
    log({ level: 'error', at: 'database', code: 'damaged', faults: store.integrity.damage()?.faults })
    say(({ databaseFaults }) => databaseFaults.damaged(''))
  },
  (error) => log({ level: 'error', at: 'database', code: 'unchecked', message: String(error) }),
)
await parts.clockGuard.look()
// Only now: a start that finds its port taken must not end the link of the one that runs.
const link = await inviteFirstOfficer(parts).catch(stopWithoutDatabase)
if (link) say(({ settings }) => settings.firstOfficer(link))

/** Calls on their way are still answered; a line that hangs does not keep the process. */
let finishing = false
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    if (finishing) return
    finishing = true
    setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 5000).unref()
    server.close(() => void Promise.all([parts.reportPrinter.close(), store.close()]).then(() => process.exit(0)))
  })
}
