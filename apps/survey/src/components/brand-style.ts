import type { Brand } from '@wayproof/kernel/brand/brand'
import { readableAtNight } from '@wayproof/kernel/brand/color'
import { REPORT_STYLE } from '../report/report-style.ts'
import { ACCENT, ACCENT_AT_NIGHT, QUESTIONNAIRE_STYLE, STYLE, sourceOf, TINT } from './style.ts'

/** The styles of the pages in the color of the organization. */
export interface PageStyles {
  readonly questionnaire: string
  readonly others: string
  readonly report: string
  /** The sources of the Content-Security-Policy that allow exactly these. */
  readonly sources: string
}

let latest: { readonly brand: string; readonly styles: PageStyles } | undefined

/** A process serves one organization, whose brand changes once in years. */
export function pageStyles(brand: Brand): PageStyles {
  const key = JSON.stringify(brand)
  if (latest?.brand !== key) latest = { brand: key, styles: makeStyles(brand) }
  return latest.styles
}

function makeStyles({ color, logo }: Brand): PageStyles {
  const inColor = (style: string) =>
    color === null
      ? style
      : style.replaceAll(COLORS, (given, part?: string) => {
          if (part !== undefined) return `${color}${part}${part}`
          return given === ACCENT ? color : readableAtNight(color)
        })
  const shown = logo ? LOGO_STYLE : ''
  const styles = {
    questionnaire: inColor(QUESTIONNAIRE_STYLE) + shown,
    others: inColor(STYLE) + shown,
    report: inColor(REPORT_STYLE),
  }
  return { ...styles, sources: Object.values(styles).map(sourceOf).join(' ') }
}

const COLORS = new RegExp(`${ACCENT}|${ACCENT_AT_NIGHT}|${TINT.source}`, 'g')

/** On white, so that a dark logo can be seen in the dark scheme. */
const LOGO_STYLE = 'header img{align-self:center;background:#fff;border-radius:4px}header b{margin-inline-end:auto}'
