/** @jsxRuntime automatic */
import type { ReactNode } from 'react'
import type { Page } from '../http/page.ts'
import { PATHS } from '../http/paths.ts'

/** Links to the page that asks for a receipt code, in the current language. */
export function ReceiptLink({ page, children }: { readonly page: Page; readonly children: ReactNode }) {
  return (
    <a className="way" href={`${PATHS.receipt}?lang=${page.linkLanguage}`}>
      {children}
    </a>
  )
}
