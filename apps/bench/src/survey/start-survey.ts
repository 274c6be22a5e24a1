import { join } from 'node:path'
import { type ScriptProcess, startApp } from '@wayproof/local-stack/processes/app-process'
import { onFreePort } from '@wayproof/local-stack/processes/free-port'
import type { SurveyFixture } from '../fixtures/survey-fixture.ts'

/** A server and the port on which it listens. */
export interface Listening {
  readonly process: ScriptProcess
  readonly port: number
}

/** Starts the built survey app as `start` does, on the first free port from `firstPort`; bound to `core` if given. */
export const startSurvey = (
  { settings }: Pick<SurveyFixture, 'settings'>,
  firstPort: number,
  core: number | null,
): Promise<Listening> =>
  onFreePort(firstPort, async (port) => {
    const url = `http://127.0.0.1:${port}`
    const log = join(settings.DATA_DIR ?? '', 'survey.log')
    const process = startApp('survey', { ...settings, SURVEY_PORT: String(port), SURVEY_URL: url }, log, core)
    await process.line((line) => line.includes(url) || undefined)
    return { process, port }
  })
