const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Escapes text for an SVG. */
const escaped = (text: string): string => text.replace(/[&<>"]/g, (mark) => ESCAPES[mark] ?? mark)

/** The font of reports, then that of a page. */
const FONTS = 'Noto Sans SC, system-ui, sans-serif'

interface TextLook {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly fill: string
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly isBold?: boolean
}

export const textAt = (text: string, { x, y, size, fill, anchor = 'start', isBold = false }: TextLook): string =>
  `<text x="${at(x)}" y="${at(y)}" font-size="${size}" font-family="${FONTS}" fill="${fill}"${
    anchor === 'start' ? '' : ` text-anchor="${anchor}"`
  }${isBold ? ' font-weight="600"' : ''}>${escaped(text)}</text>`

export const svgOf = (width: number, height: number, parts: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${parts.join('')}</svg>`

/** A drawing in two layers of one size: what many drawings share, and what is drawn over it. */
export interface Layers {
  readonly axis: string
  readonly svg: string
}

/** The layers of a drawing as one SVG, for a page. */
export const wholeSvg = ({ axis, svg }: Partial<Layers> & Pick<Layers, 'svg'>): string =>
  axis === undefined ? svg : axis.replace(END, svg.slice(svg.indexOf('>') + 1))

const END = /<\/svg>$/

/** Rounds a coordinate to visible precision. */
export const at = (value: number): string => String(Math.round(value * 10) / 10)
