const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Escapes text for an SVG. */
export const svgText = (text: string): string => text.replace(/[&<>"]/g, (mark) => ESCAPES[mark] ?? mark)

export const svgOf = (width: number, height: number, parts: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${parts.join('')}</svg>`

/** Rounds a coordinate to visible precision. */
export const at = (value: number): string => String(Math.round(value * 100) / 100)
