export const svgOf = (width: number, height: number, parts: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${parts.join('')}</svg>`

/** A coordinate, no finer than can be seen. */
export const at = (value: number): string => String(Math.round(value * 100) / 100)
