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
      <form method="post" action={`?lang=${page.locale}`}>
        <p>
          <button className="go" type="submit">
            {button}
          </button>
        </p>
      </form>
    </Layout>,
  )
}

export function unsubscribedPage(page: Page): string {
  const { done, doneText } = page.words.unsubscribe
  return html(
    <Layout page={page} title={done} languages="link">
      <h1>{done}</h1>
      <p>{doneText}</p>
    </Layout>,
  )
}
