import type { Locale } from './locale.ts'

/** The organization's Chinese and English names; a missing name is empty. */
export interface OrganisationNames {
  readonly nameZh: string
  readonly nameEn: string
}

/** Returns the name in the given language, or the only name. */
export const organisationName = ({ nameZh, nameEn }: OrganisationNames, locale: Locale): string =>
  locale === 'en' ? nameEn || nameZh : nameZh || nameEn
