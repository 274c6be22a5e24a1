import { openCase } from '@wayproof/evidence/rights/open-case'
import { isSampleLoaded } from '@wayproof/journal/sample-data/sample-data'
import { logoResponse } from '@wayproof/kernel/brand/logo-response'
import { securityText } from '@wayproof/kernel/http/security-text'
import { LOCALES } from '@wayproof/kernel/people/locale'
import { newSecretCode, readSecretCode } from '@wayproof/kernel/secrets/secret-code'
import { NotAMessage } from '@wayproof/letters/bounces/mail-report'
import { processMailReport } from '@wayproof/letters/bounces/process-mail-report'
import { type Context, Hono } from 'hono'
import { answerHandler } from './answering/answer-handler.ts'
import { autosavePath, autosaveScript } from './answering/autosave-script.ts'
import { getPreview, postPreview } from './answering/preview-routes.ts'
import { getThanks } from './answering/thanks-route.tsx'
import { accessLine } from './http/access-log.ts'
import { compressed } from './http/compressed.ts'
import { pageIn } from './http/page-in-language.ts'
import { routed } from './http/page-response.ts'
import { PATHS, pathKind } from './http/paths.ts'
import { boundedBody, readForm, readOurForm, tooManyPosts } from './http/read-form.ts'
import { notice, requestLanguage, requestLocale, travelerPage } from './http/request-page.ts'
import { securityHeaders } from './http/security-headers.ts'
import { errorResponse } from './http/unexpected-error.ts'
import { linkNotice } from './http/wrong-try.ts'
import { postProviderEvents } from './mail-events/provider-routes.ts'
import { copyPath, copyScript } from './receipt/copy-script.ts'
import {
  getDone,
  getReceipt,
  postCorrect,
  postCorrection,
  postReceipt,
  postWithdraw,
  postWithdrawal,
} from './receipt/receipt-routes.tsx'
import { getPublicReport, getPublicReports, getReportCsv, getReportPdf, getSealCheck } from './report/report-routes.tsx'
import {
  getCase,
  getChecked,
  getCode,
  getWritten,
  postCase,
  postCheck,
  postCode,
  postMessage,
} from './rights/case-routes.tsx'
import { contactPage, NOTHING_ASKED, readContact, type TypedContact } from './rights/contact-page.tsx'
import { getRights, getSent, postRights, toSent } from './rights/rights-routes.tsx'
import { accessibilityPage, dataNoticePage, homePage } from './static-pages.tsx'
import type { SurveyApp } from './survey-app.ts'
import { getUnsubscribe, postResubscribe, postUnsubscribe } from './unsubscribe/unsubscribe-routes.tsx'
import { getReport, getReportWritten, postReport, postReportMessage } from './whistle-blowing/report-routes.tsx'
import { getReportSent, getWhistle, postWhistle } from './whistle-blowing/whistle-routes.tsx'

/** Excludes other URLs that browsers request, such as an icon, from the count of wrong tries. */
const LIKE_A_LINK = /^\/[su]\//
const ONLY_POSTED: ReadonlySet<string> = new Set([PATHS.mailEvents, PATHS.providerEvents])
const ONLY_SHOWN: ReadonlySet<string> = new Set([
  PATHS.home,
  PATHS.securityText,
  PATHS.accessibility,
  PATHS.dataNotice,
  PATHS.script,
  PATHS.logo,
  PATHS.thanks,
  PATHS.corrected,
  PATHS.withdrawn,
  PATHS.rightsSent,
  PATHS.rightsChecked,
  PATHS.rightsWritten,
  PATHS.reports,
  PATHS.report,
  PATHS.sealCheck,
  PATHS.reportCsv,
  PATHS.reportPdf,
  PATHS.whistleSent,
  PATHS.whistleWritten,
])

/** The traveler's pages. Only a POST sent by a person changes anything. */
export function createApp(app: SurveyApp, answer = answerHandler(app)): Hono {
  const hono = new Hono()
  hono.use(async (c, next) => {
    await next()
    app.access(accessLine(c.req.method, pathKind(c.req.path), c.res.status))
  })
  hono.use(securityHeaders(app))
  hono.use(compressed)

  hono.get(PATHS.home, async (c) => {
    const reports = await app.publicReports.published()
    return c.html(homePage(await travelerPage(app, c.req), reports.length > 0))
  })
  hono.get(PATHS.securityText, async (c) => {
    const organisation = await app.organisation.get()
    if (!organisation) return notice(app, c, 'link-unknown')
    return c.text(securityText({ url: app.surveyUrl, email: organisation.contactEmail, now: app.survey.clock.now() }))
  })
  hono.get(PATHS.dataNotice, async (c) => {
    const [page, checklist] = await Promise.all([travelerPage(app, c.req), app.survey.store.checklist()])
    return c.html(dataNoticePage({ page, checklist, timeZone: app.survey.timeZone }))
  })
  hono.get(PATHS.accessibility, async (c) => c.html(accessibilityPage(await travelerPage(app, c.req))))
  hono.get(PATHS.script, (c) => getScript(app, c))
  hono.get(PATHS.logo, async (c) => logoResponse(await app.brand.logo(c.req.param('id'))))
  hono.on(['GET', 'POST'], PATHS.survey, async (c) => {
    const form = c.req.method === 'POST' ? await readForm(c.req.raw) : null
    return routed(c, await answer({ token: c.req.param('token'), request: c.req, form }))
  })
  hono.get(PATHS.thanks, (c) => getThanks(app, c))
  hono.get(PATHS.preview, (c) => getPreview(app, c))
  hono.post(PATHS.preview, (c) => postPreview(app, c))
  hono.get(PATHS.unsubscribe, (c) => getUnsubscribe(app, c))
  hono.post(PATHS.unsubscribe, (c) => postUnsubscribe(app, c))
  hono.get(PATHS.resubscribe, async (c) =>
    c.redirect(`/u/${c.req.param('token')}?lang=${await requestLanguage(app, c.req)}`, 303),
  )
  hono.post(PATHS.resubscribe, (c) => postResubscribe(app, c))

  hono.post(PATHS.mailEvents, (c) => postMailEvent(app, c))
  hono.post(PATHS.providerEvents, (c) => postProviderEvents(app, c))

  hono.get(PATHS.receipt, (c) => getReceipt(app, c))
  hono.post(PATHS.receipt, (c) => postReceipt(app, c))
  hono.post(PATHS.correct, (c) => postCorrect(app, c))
  hono.post(PATHS.correction, (c) => postCorrection(app, c))
  hono.get(PATHS.corrected, (c) => getDone(app, c, 'corrected'))
  hono.post(PATHS.withdraw, (c) => postWithdraw(app, c))
  hono.post(PATHS.withdrawal, (c) => postWithdrawal(app, c))
  hono.get(PATHS.withdrawn, (c) => getDone(app, c, 'withdrawn'))
  // A reader who opens one of these URLs directly has no code, so the page asks for one.
  for (const path of [PATHS.correct, PATHS.correction, PATHS.withdraw, PATHS.withdrawal]) {
    hono.get(path, async (c) => c.redirect(`${PATHS.receipt}?lang=${await requestLanguage(app, c.req)}`, 303))
  }

  hono.get(PATHS.reports, (c) => getPublicReports(app, c))
  hono.get(PATHS.sealCheck, (c) => getSealCheck(app, c))
  hono.get(PATHS.reportCsv, (c) => getReportCsv(app, c))
  hono.get(PATHS.reportPdf, (c) => getReportPdf(app, c))
  hono.get(PATHS.report, (c) => getPublicReport(app, c))

  // A message of a real person must not stand among made-up ones, nor go with them.
  for (const path of [PATHS.contact, PATHS.rights, PATHS.whistle]) {
    hono.use(path, async (c, next) =>
      (await app.sampleData.state(app.survey.clock.now())) ? notice(app, c, 'sample-loaded') : next(),
    )
  }
  hono.get(PATHS.contact, (c) => getContact(app, c))
  hono.post(PATHS.contact, (c) => postContact(app, c))

  hono.get(PATHS.rights, (c) => getRights(app, c))
  hono.post(PATHS.rights, (c) => postRights(app, c))
  hono.get(PATHS.rightsSent, (c) => getSent(app, c))
  hono.get(PATHS.rightsCase, (c) => getCase(app, c))
  hono.post(PATHS.rightsCase, (c) => postCase(app, c))
  hono.post(PATHS.rightsMessage, (c) => postMessage(app, c))
  hono.get(PATHS.rightsWritten, (c) => getWritten(app, c))
  hono.get(PATHS.rightsCode, (c) => getCode(app, c))
  hono.post(PATHS.rightsCode, (c) => postCode(app, c))
  hono.post(PATHS.rightsCheck, (c) => postCheck(app, c))
  hono.get(PATHS.rightsChecked, (c) => getChecked(app, c))
  for (const path of [PATHS.rightsMessage, PATHS.rightsCheck]) {
    hono.get(path, async (c) => c.redirect(`${PATHS.rightsCase}?lang=${await requestLanguage(app, c.req)}`, 303))
  }

  hono.get(PATHS.whistle, (c) => getWhistle(app, c))
  hono.post(PATHS.whistle, (c) => postWhistle(app, c))
  hono.get(PATHS.whistleSent, (c) => getReportSent(app, c))
  hono.get(PATHS.whistleReport, (c) => getReport(app, c))
  hono.post(PATHS.whistleReport, (c) => postReport(app, c))
  hono.post(PATHS.whistleMessage, (c) => postReportMessage(app, c))
  hono.get(PATHS.whistleWritten, (c) => getReportWritten(app, c))
  hono.get(PATHS.whistleMessage, async (c) =>
    c.redirect(`${PATHS.whistleReport}?lang=${await requestLanguage(app, c.req)}`, 303),
  )

  hono.notFound((c) => {
    const kind = pathKind(c.req.path)
    if (kind === '*') return (LIKE_A_LINK.test(c.req.path) ? linkNotice : notice)(app, c, 'link-unknown')
    c.header('Allow', ONLY_POSTED.has(kind) ? 'POST' : ONLY_SHOWN.has(kind) ? 'GET, HEAD' : 'GET, HEAD, POST')
    return notice(app, c, 'method-unknown')
  })
  hono.onError((error, c) =>
    isSampleLoaded(error)
      ? notice(app, c, 'sample-loaded')
      : routed(c, errorResponse(app, c.req, pathKind(c.req.path), error)),
  )
  return hono
}

const A_WEEK = 7 * 24 * 60 * 60

/** The script of the questionnaire or of the thanks. Its address changes with its text, so that it may stay in the browser. */
async function getScript(app: SurveyApp, c: Context): Promise<Response> {
  const addedLanguages = await app.languages()
  const words = [...LOCALES, ...addedLanguages.keys()].map((language) => pageIn(language, addedLanguages, null).words)
  const saves = words.find(({ autosave }) => autosavePath(autosave) === c.req.path)
  const copies = words.find(({ thanks }) => copyPath(thanks.copyCode) === c.req.path)
  const script = saves ? autosaveScript(saves.autosave) : copies ? copyScript(copies.thanks.copyCode) : null
  if (script === null) return c.body(null, 404)
  const headers = { 'Content-Type': 'text/javascript; charset=UTF-8', 'Cache-Control': `public, max-age=${A_WEEK}` }
  return c.body(script, 200, headers)
}

/** A bounce quotes one letter, which has under 60 KB. */
const MAX_BYTES = 1024 * 1024

/**
 * Accepts one raw bounce message or feedback report from a mail server that knows the secret. Every correctly signed
 * call gets the same response, whatever the message, and every other call gets another.
 */
async function postMailEvent(app: SurveyApp, c: Context): Promise<Response> {
  const { mailEvents, survey } = app
  if (!mailEvents) return notice(app, c, 'link-unknown')
  const id = c.req.header('webhook-id') ?? ''
  const timestamp = c.req.header('webhook-timestamp') ?? ''
  const signature = c.req.header('webhook-signature') ?? ''
  const raw = await boundedBody(c.req.raw, MAX_BYTES)
  if (raw === null) return c.body(null, 413)
  if (!mailEvents.check.accepts({ id, timestamp, signature }, raw, survey.clock.now())) return c.body(null, 401)
  try {
    await processMailReport({ ...survey, markReported: mailEvents.markReported }, { raw })
  } catch (error) {
    if (!(error instanceof NotAMessage)) {
      mailEvents.check.forget(id)
      throw error
    }
  }
  return c.body(null, 202)
}

async function getContact(app: SurveyApp, c: Context): Promise<Response> {
  return c.html(contactPage(await travelerPage(app, c.req), NOTHING_ASKED, newSecretCode(app.rights.tokens)))
}

/** Opens a contact case, or shows the form again with all input. */
async function postContact(app: SurveyApp, c: Context): Promise<Response> {
  const form = await readOurForm(app, c)
  if (!form.ok) return notice(app, c, form.fault.code)
  const fields = form.value
  const formCode = readSecretCode(fields.form ?? '') ?? newSecretCode(app.rights.tokens)
  const showAgain = async (faults: TypedContact['faults'], status: 200 | 422) =>
    c.html(contactPage(await travelerPage(app, c.req), { fields, faults }, formCode), status)
  // The language button only requests the form in the other language.
  if (fields.lang !== undefined) return showAgain({}, 200)
  const contact = readContact(fields)
  if (!('contact' in contact)) return showAgain(contact, 422)
  const wait = await tooManyPosts(app, c, 'requests')
  if (wait) return wait
  const locale = requestLocale(app, c.req)
  const opening = await openCase(app.rights, { ...contact, kind: 'enquiry', regime: null, formCode, locale })
  return opening.ok ? toSent(app, c, opening.value.caseCode) : showAgain({ text: 'required' }, 422)
}
