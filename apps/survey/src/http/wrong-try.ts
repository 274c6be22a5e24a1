import type { NoticeCode } from '@wayproof/messages/en/survey/survey'
import type { Context } from 'hono'
import type { SurveyApp } from '../survey-app.ts'
import type { PageRequest } from './page-response.ts'
import { type PageResponse, routed } from './page-response.ts'
import { noticeResponse } from './request-page.ts'
import type { TryLimits } from './try-limit.ts'

/** Counts a wrong link or code. Returns the page that asks to wait if there were too many, else null. */
export async function tooManyTries(app: SurveyApp, c: Context, kind: keyof TryLimits): Promise<Response | null> {
  const wait = await waitResponse(app, c.req, kind)
  return wait && routed(c, wait)
}

/** The notice for a link that does not work. Unknown links are counted. */
export async function linkResponse(app: SurveyApp, request: PageRequest, code: NoticeCode): Promise<PageResponse> {
  const wait = code === 'link-unknown' ? await waitResponse(app, request, 'links') : null
  return wait ?? noticeResponse(app, request, code)
}

export const linkNotice = async (app: SurveyApp, c: Context, code: NoticeCode): Promise<Response> =>
  routed(c, await linkResponse(app, c.req, code))

async function waitResponse(app: SurveyApp, request: PageRequest, kind: keyof TryLimits): Promise<PageResponse | null> {
  const limit = app.tryLimits[kind]
  if (await limit.count(app.survey.clock.now())) return null
  return noticeResponse(app, request, 'too-many-tries', { 'Retry-After': String(limit.withinMs / 1000) })
}
