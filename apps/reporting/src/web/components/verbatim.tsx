import type { ReactNode } from 'react'

/** What a person or another system wrote: shown as it stands, whatever the language of the page. */
export const Verbatim = ({ children }: { readonly children: ReactNode }) => <span translate="no">{children}</span>
