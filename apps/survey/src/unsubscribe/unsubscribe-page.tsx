/** @jsxRuntime automatic */
import { html, Layout } from '../components/layout.tsx'
import type { Page } from '../http/page.ts'

/** Asks for confirmation, because mail scanners open links and only a person presses a button. */
export function unsubscribePage(page: Page): string {
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
export function unsubscribedPage(page: Page, token: string, canUndo: boolean): string {
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

export function resubscribedPage(page: Page, token: string): string {
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
