import type { Shape } from '../letter/letter-content.ts'
import { amber, green, grey, red } from './letter-theme.ts'

const tick = (colour: string) => `<path d="M5.5 9.5 8 12l4.5-5.5" fill="none" stroke="${colour}" stroke-width="1.8"/>`

const looks: Record<Shape, string> = {
  'filled-circle': `<circle cx="9" cy="9" r="8" fill="${green}"/>${tick('#ffffff')}`,
  'open-circle': `<circle cx="9" cy="9" r="7.2" fill="none" stroke="${green}" stroke-width="1.6"/>${tick(green)}`,
  'filled-square': `<rect x="1.5" y="1.5" width="15" height="15" rx="3" fill="${red}"/><path d="M6 6l6 6M12 6l-6 6" fill="none" stroke="#ffffff" stroke-width="1.8"/>`,
  triangle: `<path d="M9 2 17 16H1z" fill="${amber}"/>`,
  'dashed-circle': `<circle cx="9" cy="9" r="7.2" fill="none" stroke="${grey}" stroke-width="1.6" stroke-dasharray="3 2.4"/>`,
}

/** Draws the shape of a status in 18 by 18 units, for PDFs and pages. */
export const shapeSvg = (shape: Shape): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="18" height="18" viewBox="0 0 18 18">${looks[shape]}</svg>`
