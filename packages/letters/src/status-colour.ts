import type { Shape } from './letter-content.ts'
import { amber, green, grey, red } from './letter-theme.ts'

export const colourOf: Readonly<Record<Shape, { readonly colour: string; readonly className: string }>> = {
  'filled-circle': { colour: green, className: 'green' },
  'open-circle': { colour: green, className: 'green' },
  'filled-square': { colour: red, className: 'red' },
  triangle: { colour: amber, className: 'amber' },
  'dashed-circle': { colour: grey, className: 'grey' },
}
