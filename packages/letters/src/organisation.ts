import type { Locale } from '@wayproof/kernel'

/** The sender of letters. `sample` puts the label of sample data into every letter. */
export interface Organisation {
  readonly nameZh: string
  readonly nameEn: string
  readonly contactEmail: string
  readonly sample: boolean
}

export const organisationName = ({ nameZh, nameEn }: Organisation, locale: Locale): string =>
  locale === 'en' ? nameEn : nameZh
