/** @jsxRuntime automatic */
import type { ReactNode } from 'react'

/** Lists all errors of a form at the top; each line links to its field. */
export function ErrorList({ heading, children }: { readonly heading: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noAutofocus: after an error the reader has to land here, also without JavaScript.
    <div className="sum" role="alert" tabIndex={-1} autoFocus>
      <h2>{heading}</h2>
      <ul>{children}</ul>
    </div>
  )
}
