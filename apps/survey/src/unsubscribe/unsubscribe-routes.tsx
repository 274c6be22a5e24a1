import { showUnsubscribing } from '@wayproof/survey/links/show-unsubscribing'
import { resubscribe, unsubscribe } from '@wayproof/survey/links/unsubscribe-address'
import type { Context } from 'hono'
import { html, Layout } from '../components/layout.tsx'
import type { Page } from '../http/page.ts'
import { discardBody, readOurForm } from '../http/read-form.ts'
import { notice, travelerPage } from '../http/request-page.ts'
import { linkNotice } from '../http/wrong-try.ts'
import type { SurveyApp } from '../survey-app.ts'

type LinkContext = Context<object, '/u/:token'>

/** Asks for confirmation, or says that it is already done; changes nothing. */
export async function getUnsubscribe(app: SurveyApp, c: LinkContext): Promise<Response> {
  const subscription = await showUnsubscribing(app.survey, { token: c.req.param('token') })
  if (!subscription.ok) return linkNotice(app, c, 'link-unknown')
  const page = await travelerPage(app, c.req)
  const { done, canUndo } = subscription.value
  return c.html(done ? unsubscribedPage(page, c.req.param('token'), canUndo) : unsubscribePage(page))
}

/**
 * Unsubscribes, by the page's button or by the one-click POST of mail programs (RFC 8058), which has no cookie or
 * origin and either form encoding. The body is ignored: the link alone identifies the mailbox and the action.
 */
export async function postUnsubscribe(app: SurveyApp, c: LinkContext): Promise<Response> {
  await discardBody(c.req.raw)
  const unsubscribed = await unsubscribe(app.survey, { token: c.req.param('token') })
  if (!unsubscribed.ok) return linkNotice(app, c, 'link-unknown')
  const { token } = c.req.param()
  const shown = await showUnsubscribing(app.survey, { token })
  return c.html(unsubscribedPage(await travelerPage(app, c.req), token, shown.ok && shown.value.canUndo))
}

/** Takes the unsubscribe back, by the button of the page that confirmed it. */
export async function postResubscribe(app: SurveyApp, c: Context<object, '/u/:token/undo'>): Promise<Response> {
  const form = await readOurForm(app, c)
  if (!form.ok) return notice(app, c, form.fault.code)
  const token = c.req.param('token')
  const resubscribed = await resubscribe(app.survey, { token })
  if (!resubscribed.ok) return linkNotice(app, c, 'link-unknown')
  const page = await travelerPage(app, c.req)
  return c.html(resubscribed.value.hasLetters ? resubscribedPage(page, token) : unsubscribedPage(page, token, false))
}

/** @jsxRuntime automatic */
/** Asks for confirmation, because mail scanners open links and only a person presses a button. */
function unsubscribePage(page: Page): string {
  const { title, text, button } = page.words.unsubscribe
  return html(
    <Layout page={page} title={title} languages="link">
      <h1>{title}</h1>
      <p>{text}</p>
      <form method="post" action={`?lang=${page.linkLanguage}`}>
        <p>
          <button className="go" type="submit">
            {button}
          </button>
        </p>
      </form>
    </Layout>,
  )
}

/** Says that it is done, with a way back where the reader's own link did it. */
function unsubscribedPage(page: Page, token: string, canUndo: boolean): string {
  const { done, doneText, undo, undoButton } = page.words.unsubscribe
  return html(
    <Layout page={page} title={done} languages="link" path={`/u/${token}`}>
      <h1>{done}</h1>
      <p>{doneText}</p>
      {canUndo && (
        <form method="post" action={`/u/${token}/undo?lang=${page.linkLanguage}`}>
          <p>{undo}</p>
          <p>
            <button className="lang" type="submit">
              {undoButton}
            </button>
          </p>
        </form>
      )}
    </Layout>,
  )
}

function resubscribedPage(page: Page, token: string): string {
  const { undone, undoneText } = page.words.unsubscribe
  return html(
    <Layout page={page} title={undone} languages="none">
      <h1>{undone}</h1>
      <p>{undoneText}</p>
      <a className="way" href={`/u/${token}?lang=${page.linkLanguage}`}>
        {page.words.unsubscribe.button}
      </a>
    </Layout>,
  )
}
