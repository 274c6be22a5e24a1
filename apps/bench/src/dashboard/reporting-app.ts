import { join } from 'node:path'
import { accept } from '@wayproof/local-stack/clients/officer'
import { type AppProcess, startApp } from '@wayproof/local-stack/processes/app-process'
import { onFreePort } from '@wayproof/local-stack/processes/free-port'
import { firstOfficer } from '@wayproof/sample-company/people'
import { type FixturePlace, TIME_ZONE } from '../fixtures/fixture-store.ts'
import { SERVER_CORE } from '../measuring/process-cost.ts'

export interface ReportingApp {
  readonly url: string
  readonly port: number
  readonly app: AppProcess
  readonly invitation: string
}

const FIRST_PORT = 4900

/** Starts the built dashboard on the server's core. */
export function startReporting({ data, databaseUrl }: FixturePlace): Promise<ReportingApp> {
  return onFreePort(FIRST_PORT, async (port) => {
    const url = `http://127.0.0.1:${port}`
    const settings = {
      ...{ DATA_DIR: data, DATABASE_URL: databaseUrl, KEY_FILE: join(data, 'wayproof.key') },
      ...{ HOST: '127.0.0.1', TIME_ZONE, REPORTING_PORT: String(port), REPORTING_URL: url, SURVEY_URL: url },
    }
    const app = startApp('reporting', settings, join(data, 'reporting.log'), SERVER_CORE)
    try {
      const invitation = await app.line((line) => /https?:\/\/\S+\/invitation\/[\w-]+/.exec(line)?.[0])
      return { url, port, app, invitation }
    } catch (error) {
      await app.stop()
      throw error
    }
  })
}

/** Makes the first officer's account and returns the cookie of a session. */
export async function signedInOfficer({ url, invitation }: ReportingApp): Promise<string> {
  await accept(url, invitation, firstOfficer)
  const { email, password } = firstOfficer
  const headers = { 'content-type': 'application/json', origin: url }
  const body = JSON.stringify({ email, password })
  const response = await fetch(`${url}/api/auth/sign-in/email`, { method: 'POST', headers, body })
  if (!response.ok) throw new Error(`the officer could not sign in: ${response.status}`)
  return response.headers
    .getSetCookie()
    .map((each) => each.split(';', 1)[0])
    .join('; ')
}
