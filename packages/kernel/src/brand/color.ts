type Color = readonly [red: number, green: number, blue: number]

/** WCAG 2.2, 1.4.3: text and its ground. */
export const LEAST_CONTRAST = 4.5

const WHITE: Color = [255, 255, 255]
/** The lightest ground that browsers give a page in the dark scheme. */
const NIGHT: Color = [30, 30, 30]
/** Part of the color in the tinted grounds of a page. */
const TINT = 0x22 / 255
/** Part of the color in a link of a quiet sentence. */
const QUIET = 0.8

export const isColor = (text: string): boolean => /^#[\da-f]{6}$/.test(text)

/**
 * The contrast of a color (`#rrggbb`) as text on a white page, where it is lowest: on a ground that is tinted with it, or
 * in a quiet sentence. Rounded down, so that no figure looks better than it is.
 */
export const contrastByDay = (color: string): number => Math.floor(contrastOn(WHITE, parse(color)) * 10) / 10

export const isReadableByDay = (color: string): boolean => contrastOn(WHITE, parse(color)) >= LEAST_CONTRAST

/** The color, or the nearest darker one that can be read on a white page. */
export const readableByDay = (color: string): string => nearest(parse(color), WHITE, [0, 0, 0])

/** The color, or the nearest lighter one that can be read on a dark page. */
export const readableAtNight = (color: string): string => nearest(parse(color), NIGHT, WHITE)

function nearest(color: Color, ground: Color, towards: Color): string {
  for (let step = 0; step <= 100; step++) {
    const mixed = rounded(mix(color, towards, step / 100))
    if (contrastOn(ground, mixed) >= LEAST_CONTRAST) return format(mixed)
  }
  return format(towards)
}

const contrastOn = (ground: Color, color: Color): number =>
  Math.min(contrast(color, mix(ground, color, TINT)), contrast(mix(ground, color, QUIET), ground))

/** WCAG 2.2, contrast ratio. */
function contrast(one: Color, other: Color): number {
  const [a, b] = [luminance(one), luminance(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/** WCAG 2.2, relative luminance. */
function luminance(color: Color): number {
  const [red, green, blue] = color.map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const mix = (one: Color, other: Color, part: number): Color => {
  const channel = (index: 0 | 1 | 2) => one[index] * (1 - part) + other[index] * part
  return [channel(0), channel(1), channel(2)]
}

const rounded = ([red, green, blue]: Color): Color => [Math.round(red), Math.round(green), Math.round(blue)]

function parse(color: string): Color {
  if (!isColor(color)) throw new TypeError(`not a color: ${color}`)
  const channel = (at: number) => Number.parseInt(color.slice(at, at + 2), 16)
  return [channel(1), channel(3), channel(5)]
}

const format = (color: Color): string => `#${color.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
