/** @jsxRuntime automatic */
import type { ReactNode } from 'react'
import type { Page } from '../http/page.ts'

interface NewTabLinkProps {
  readonly page: Page
  readonly href: string
  readonly children: ReactNode
}

/** A link that opens a new tab and says so, so that the current page stays open. */
export function NewTabLink({ page, href, children }: NewTabLinkProps) {
  return (
    <a href={href} target="_blank" rel="noopener">
      {children} {page.words.newTab}
    </a>
  )
}
