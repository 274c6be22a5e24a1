/** @jsxRuntime automatic */
import type { ReactNode } from 'react'
import type { Page } from '../http/page.ts'
import { PATHS } from '../http/paths.ts'

/** Leads to the page that asks for a receipt code, in the language of this one. */
export function ReceiptLink({ page, children }: { readonly page: Page; readonly children: ReactNode }) {
  return (
    <a className="way" href={`${PATHS.receipt}?lang=${page.locale}`}>
      {children}
    </a>
  )
}
