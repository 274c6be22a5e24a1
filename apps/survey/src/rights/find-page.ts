import { messages } from '@wayproof/messages/messages'
import { donePage, findByCode } from '../conversation/find-form.tsx'
import type { ProductPage } from '../http/page.ts'
import { PATHS } from '../http/paths.ts'

/** Asks for the case code of a request. */
export const findPage = (page: ProductPage, unknown: string | null): string =>
  findByCode(page, PATHS.rightsCase, messages(page.locale).rights.find, unknown)

export interface Done {
  readonly title: string
  readonly text: string
}

/** Confirms an action. */
export const rightsDonePage = (page: ProductPage, texts: Done): string =>
  donePage(page, { ...texts, link: { path: PATHS.rightsCase, label: messages(page.locale).rights.form.find } })
