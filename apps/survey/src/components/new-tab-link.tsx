/** @jsxRuntime automatic */
import type { ReactNode } from 'react'
import type { Page } from '../http/page.ts'

interface NewTabLinkProps {
  readonly page: Page
  readonly href: string
  readonly children: ReactNode
}

/** Leaves the page open that it stands on, and says so. */
export function NewTabLink({ page, href, children }: NewTabLinkProps) {
  return (
    <a href={href} target="_blank" rel="noopener">
      {children} {page.words.newTab}
    </a>
  )
}
