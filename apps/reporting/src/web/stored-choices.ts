import { createContext } from 'react'

/** Choices that this browser remembers, by name; null for none. */
export interface StoredChoices {
  get(name: string): string | null
}

export const LANGUAGE = 'wayproof-language'
export const MENU = 'wayproof-menu'

/** The browser's own memory; the server has the choices of a request from its cookies. */
export const browserChoices: StoredChoices = { get: (name) => localStorage.getItem(name) }

export const ChosenBefore = createContext(browserChoices)

/** Remembers a choice, and tells the server by a cookie, so that it draws the next page with it. */
export function remember(name: string, value: string): void {
  localStorage.setItem(name, value)
  tellServer(name, value)
}

/** Repeats the choices for the server, because the cookies end with the browser's session. */
export function repeatChoices(): void {
  for (const name of [LANGUAGE, MENU]) {
    const value = browserChoices.get(name)
    if (value !== null) tellServer(name, value)
  }
}

/** A browser without this interface draws over the server's page what it has chosen itself. */
function tellServer(name: string, value: string): void {
  if ('cookieStore' in globalThis) void cookieStore.set({ name, value, path: '/', sameSite: 'lax' }).catch(() => {})
}
