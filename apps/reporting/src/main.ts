import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { LOCALES } from '@wayproof/kernel'
import { keyring } from '@wayproof/kernel/keyring'
import { systemClock, systemIds, systemSleep, systemTokens } from '@wayproof/kernel/system'
import { messages } from '@wayproof/messages'
import { RULES } from '@wayproof/scorecard'
import { openKeyFile, openStore } from '@wayproof/store'
import { DEFAULT_QUESTIONNAIRE, finishClosing, publishQuestionnaire } from '@wayproof/survey'
import { readConfig, type SettingFault } from './config.ts'
import { authentication } from './server/auth.ts'
import type { Log } from './server/context.ts'
import { httpApp } from './server/http.ts'
import { inviteFirstOfficer } from './server/invite-first-officer.ts'
import { surveyPorts } from './server/ports.ts'
import { readWebFiles } from './server/web-files.ts'

const log: Log = (entry) => console.error(JSON.stringify({ at: systemClock.now(), ...entry }))
const say = (line: (settings: ReturnType<typeof messages>['settings']) => string) =>
  console.log(LOCALES.map((locale) => line(messages(locale).settings)).join('\n'))

function stop(faults: readonly SettingFault[]): never {
  say(({ stopped, faults: texts }) => [stopped, ...faults.map((f) => `  ${texts[f.code](f.name, f.value)}`)].join('\n'))
  process.exit(1)
}

const read = readConfig()
if (!read.ok) stop(read.faults)
const config = read.value
const keyFile = openKeyFile(config.keyFile, systemTokens)
if (!keyFile.ok) stop([{ name: 'KEY_FILE', value: config.keyFile, code: keyFile.fault.code }])
if (keyFile.value.made) say(({ keyMade }) => keyMade(config.keyFile))

const machine = { clock: systemClock, ids: systemIds, tokens: systemTokens, keyring: keyring(keyFile.value.key) }
const bound = { ...machine, ...config, rules: RULES, log }
const store = await openStore({ ...bound, sleep: systemSleep })
const parts = { ...bound, store, auth: authentication({ ...bound, store }) }
await publishQuestionnaire(surveyPorts(parts), { questionnaire: DEFAULT_QUESTIONNAIRE })
await finishClosing(surveyPorts(parts))
const link = await inviteFirstOfficer(parts)

const web = readWebFiles(fileURLToPath(new URL('../dist', import.meta.url)))
const { fetch } = httpApp(parts, web)
const server = serve({ fetch, hostname: config.host, port: config.port }, () => {
  say(({ listening }) => listening(config.reportingUrl))
  if (link) say(({ firstOfficer }) => firstOfficer(link))
})
server.once('error', (error) => {
  if (!('code' in error && error.code === 'EADDRINUSE')) throw error
  stop([{ name: 'REPORTING_PORT', value: String(config.port), code: 'port-taken' }])
})

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => server.close(() => void store.close().then(() => process.exit(0))))
}
