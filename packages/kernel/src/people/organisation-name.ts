import type { Locale } from './locale.ts'

/** What an organisation is called: in Chinese, in English, or both. A name that it does not have is empty. */
export interface OrganisationNames {
  readonly nameZh: string
  readonly nameEn: string
}

/** The name in this language, or the only one there is. */
export const organisationName = ({ nameZh, nameEn }: OrganisationNames, locale: Locale): string =>
  locale === 'en' ? nameEn || nameZh : nameZh || nameEn
