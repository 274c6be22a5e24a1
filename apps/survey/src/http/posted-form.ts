import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { SurveyApp } from '../survey-app.ts'
import type { FormLimits } from './form-limit.ts'
import { notice } from './request-page.ts'

/** Counts a posted form. Returns the page that asks to wait if there were too many, else null. */
export async function tooManyPosts(
  app: SurveyApp,
  c: Context<{ Bindings: Partial<HttpBindings> }>,
  kind: keyof FormLimits,
): Promise<Response | null> {
  const address = app.callerAddress(c.env?.incoming?.socket.remoteAddress, c.req.header('x-forwarded-for'))
  const wait = await app.formLimits[kind].take(address, app.survey.clock.now())
  if (wait === null) return null
  c.header('Retry-After', String(Math.ceil(wait / 1000)))
  return notice(app, c, 'too-many-requests')
}
