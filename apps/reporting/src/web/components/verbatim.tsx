import type { ReactNode } from 'react'

/** Text from a person or another system, which browsers must not translate. */
export const Verbatim = ({ children }: { readonly children: ReactNode }) => <span translate="no">{children}</span>
