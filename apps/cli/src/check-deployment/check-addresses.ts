import { connect } from 'node:tls'
import { isCertificateFault } from '@wayproof/letters/network/send-pinned'
import { messages } from '@wayproof/messages/messages'
import type { CheckConfig } from './check-config.ts'
import { type CheckList, type CheckResult, failed, PASSED, unchecked, worstOf } from './check-list.ts'
import { type WebAnswer, webCall } from './web-call.ts'

const FOREIGN = 'https://foreign.example'
const DAY_MS = 86_400_000
const FEWEST_DAYS = 14
const MOST_SECONDS_APART = 60

/** The public addresses as a browser reaches them, and the health of the apps behind them. */
export async function checkAddresses(list: CheckList, config: CheckConfig, databaseTime: number | null): Promise<void> {
  const { surveyUrl, reportingUrl } = config
  const answers: WebAnswer[] = []
  const unreached = new Set<string>()
  const address = async (url: string, call: () => Promise<WebAnswer>, isOurs: (answer: WebAnswer) => boolean) => {
    try {
      const answer = await call()
      if (!isOurs(answer)) return failed('not-ours', url)
      answers.push(answer)
      return PASSED
    } catch (error) {
      if (isCertificateFault(error)) return unchecked('after', 'certificate')
      unreached.add(url)
      throw error
    }
  }
  const { title } = messages('en').survey.receipts
  await list.take('survey-address', () =>
    address(
      surveyUrl,
      () => webCall(`${surveyUrl}/receipt?lang=en`),
      ({ status, text }) => status === 200 && text.includes(title),
    ),
  )
  await list.take('dashboard-address', () =>
    address(reportingUrl, () => procedureCall(reportingUrl, reportingUrl), isRefusal),
  )
  await list.take('readiness', () => checkReadiness(config))
  const urls = [...new Set([surveyUrl, reportingUrl])]
  const reached = urls.filter((url) => !unreached.has(url))
  await list.take('certificate', async () => worstOf(await Promise.all(reached.map(checkCertificate))))
  const both = ['survey-address', 'dashboard-address'] as const
  await list.take('hsts', async () => checkHsts(answers, surveyUrl), both)
  await list.take('clock', async () => checkClocks(answers, databaseTime), ['survey-address'])
  await list.take('origin', () => checkOrigins(config), both)
}

const isSecure = (url: string) => url.startsWith('https:')

/** No procedure has this name, so the call changes nothing. */
const procedureCall = (url: string, origin: string) => webCall(`${url}/trpc/check`, { method: 'POST', origin })

/** The dashboard's own form of a refusal, by the Origin check or of a call without a procedure. */
const isRefusal = ({ text, status }: WebAnswer) => status >= 400 && status < 500 && text.includes('"errorId"')

async function checkReadiness({ health, surveyUrl, reportingUrl }: CheckConfig): Promise<CheckResult> {
  const apps = [
    ['survey', health.survey, `${surveyUrl}/health/ready`],
    ['dashboard', health.reporting, `${reportingUrl}/health/ready`],
    ...(health.scheduler === null ? [] : [['scheduler', health.scheduler, null] as const]),
  ] as const
  const faults = await Promise.all(
    apps.map(async ([name, local, publicUrl]) => {
      const read = (await readiness(local)) ?? (publicUrl === null ? null : await readiness(publicUrl))
      return { name, local, read }
    }),
  )
  const all = faults.flatMap(({ name, read }) => (read?.length ? [`${name}: ${read.join(', ')}`] : []))
  if (all.length > 0) return failed('not-ready', all.join('; '))
  const hidden = faults.find(({ read }) => read === null)
  return hidden ? unchecked('hidden-health', hidden.local) : PASSED
}

/** The codes of the faults; null if nothing there tells of health. */
async function readiness(url: string): Promise<readonly string[] | null> {
  try {
    const { faults } = JSON.parse((await webCall(url)).text) as { readonly faults?: readonly { code: string }[] }
    return faults?.map((fault) => (typeof fault === 'string' ? fault : fault.code)) ?? null
  } catch {
    return null
  }
}

/** Connects once without HTTP, because the time of the certificate is not part of a response. */
function checkCertificate(url: string): Promise<CheckResult> {
  const { hostname, port } = new URL(url)
  if (!isSecure(url)) return Promise.resolve(unchecked('this-machine-only', url))
  const host = hostname.replace(/^\[|\]$/g, '')
  return new Promise((resolve) => {
    const socket = connect({
      host,
      port: Number(port || 443),
      ...(/^[\d.]+$|:/.test(host) ? {} : { servername: host }),
      timeout: 15_000,
    })
    const end = (result: CheckResult) => {
      socket.destroy()
      resolve(result)
    }
    socket.once('secureConnect', () => {
      const days = (Date.parse(socket.getPeerCertificate().valid_to) - Date.now()) / DAY_MS
      end(days < FEWEST_DAYS ? failed('certificate-ends', host) : PASSED)
    })
    socket.once('timeout', () => end(failed('unreachable', url)))
    socket.once('error', (error: NodeJS.ErrnoException) =>
      end(
        isCertificateFault(error)
          ? failed('bad-certificate', `${host} (${error.code})`)
          : failed('unreachable', `${url}: ${error.code}`),
      ),
    )
  })
}

function checkHsts(answers: readonly WebAnswer[], surveyUrl: string): CheckResult {
  const secure = answers.filter(({ url }) => isSecure(url))
  if (secure.length === 0) return unchecked('this-machine-only', surveyUrl)
  const without = secure.find(({ headers }) => !headers.has('strict-transport-security'))
  return without ? failed('no-hsts', without.url) : PASSED
}

function checkClocks(answers: readonly WebAnswer[], databaseTime: number | null): CheckResult {
  const dates = answers.map(({ headers, at }) => Math.abs(Date.parse(headers.get('date') ?? '') - at))
  const apart = [...dates, ...(databaseTime === null ? [] : [Math.abs(databaseTime - Date.now())])]
  const seconds = Math.round(Math.max(0, ...apart.filter(Number.isFinite)) / 1000)
  return seconds > MOST_SECONDS_APART ? failed('clock-differs', String(seconds)) : PASSED
}

async function checkOrigins({ surveyUrl, reportingUrl }: CheckConfig): Promise<CheckResult> {
  if ((await procedureCall(reportingUrl, reportingUrl)).status === 403) return failed('own-origin', reportingUrl)
  const foreign = await webCall(`${surveyUrl}/receipt`, { method: 'POST', origin: FOREIGN, form: { receipt: '' } })
  if (foreign.status !== 403) return failed('foreign-origin', surveyUrl)
  return (await procedureCall(reportingUrl, FOREIGN)).status === 403 ? PASSED : failed('foreign-origin', reportingUrl)
}
