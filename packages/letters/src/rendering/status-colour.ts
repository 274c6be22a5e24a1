import type { Shape } from '../letter/letter-content.ts'
import { amber, green, grey, red } from './letter-theme.ts'

export const colourOf: Readonly<Record<Shape, { readonly colour: string; readonly className: string }>> = {
  'filled-circle': { colour: green, className: 'green' },
  'open-circle': { colour: green, className: 'green' },
  'filled-square': { colour: red, className: 'red' },
  triangle: { colour: amber, className: 'amber' },
  'dashed-circle': { colour: grey, className: 'grey' },
}

/** The wash of an interval, by the shape of its figure. */
export const PALE: Readonly<Record<Shape, string>> = {
  'filled-circle': '#b1d3c3',
  'open-circle': '#b1d3c3',
  'filled-square': '#eec4c1',
  triangle: '#ecd3ae',
  'dashed-circle': '#d3d7dc',
}

export const TRACK = '#e9ecef'
