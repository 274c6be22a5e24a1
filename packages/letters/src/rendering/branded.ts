import { type Brand, logoSize, NO_BRAND } from '@wayproof/kernel/brand/brand'
import { readableAtNight } from '@wayproof/kernel/brand/color'
import type { Locale } from '@wayproof/kernel/people/locale'
import { organisationName } from '@wayproof/kernel/people/organisation-name'
import type { Organisation } from '../letter/organisation.ts'
import { logoAddress } from '../message/logo-part.ts'
import { escapeHtml } from './escape-html.ts'
import { accent, accentAtNight, buttonAtNight } from './letter-theme.ts'

/** The empty element of a letter that the logo takes the place of. */
const PLACE = '<div class="logo"></div>'
const LOGO_HEIGHT = 40

const COLORS = new RegExp([accent, accentAtNight, buttonAtNight].join('|'), 'g')

/** The HTML of a letter in the color of the organization, with its logo as a part of the message. */
export function branded(html: string, organisation: Organisation, locale: Locale): string {
  const { color, logo } = organisation.brand ?? NO_BRAND
  const colored = color
    ? html.replaceAll(COLORS, (given) => (given === accentAtNight ? readableAtNight(color) : color))
    : html
  return colored.replace(PLACE, () => (logo ? logoImage(logo, organisationName(organisation, locale)) : ''))
}

/** On white, so that a dark logo can be seen in the dark scheme. */
function logoImage(logo: NonNullable<Brand['logo']>, name: string): string {
  const { width, height } = logoSize(logo, LOGO_HEIGHT)
  const style = 'display:block;margin:0 0 14px;background-color:#ffffff;border-radius:4px'
  return `<img src="${logoAddress(logo.id)}" width="${width}" height="${height}" alt="${escapeHtml(name)}" style="${style}" />`
}
