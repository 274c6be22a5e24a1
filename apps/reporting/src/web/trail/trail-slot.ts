import { createContext } from 'react'

/** The element in the top bar into which a page draws its breadcrumbs. */
export const TrailSlot = createContext<HTMLElement | null>(null)
