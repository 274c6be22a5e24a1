/** @jsxRuntime automatic */
import type { ReactNode } from 'react'
import type { Page } from './page.ts'
import { PATHS } from './paths.ts'

/** Leads to the page that asks for a receipt code, in the language of this one. */
export function ReceiptLink({ page, children }: { readonly page: Page; readonly children: ReactNode }) {
  return (
    <a className="way" href={`${PATHS.receipt}?lang=${page.locale}`}>
      {children}
    </a>
  )
}
