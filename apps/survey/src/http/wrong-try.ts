import type { NoticeCode } from '@wayproof/messages'
import type { Context } from 'hono'
import type { SurveyApp } from '../survey-app.ts'
import { notice } from './request-page.ts'
import type { TryLimits } from './try-limit.ts'

/** Counts a wrong link or code. Returns the page that asks to wait if there were too many, else null. */
export async function tooManyTries(app: SurveyApp, c: Context, kind: keyof TryLimits): Promise<Response | null> {
  const limit = app.tries[kind]
  if (limit.count(app.survey.clock.now())) return null
  c.header('Retry-After', String(limit.withinMs / 1000))
  return notice(app, c, kind === 'requests' || kind === 'reports' ? 'too-many-requests' : 'too-many-tries')
}

/** The notice for a link that does not work. Unknown links are counted. */
export async function linkNotice(app: SurveyApp, c: Context, code: NoticeCode): Promise<Response> {
  return (code === 'link-unknown' && (await tooManyTries(app, c, 'links'))) || notice(app, c, code)
}
