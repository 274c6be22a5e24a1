/** A sentence about a fault with its figures in their places. */
export const faultText = (text: string, figures: Readonly<Record<string, string | number>> = {}): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => String(figures[name] ?? place))
