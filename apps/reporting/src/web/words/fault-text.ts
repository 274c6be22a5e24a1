type Figures = Readonly<Record<string, string | number>>

/** A sentence about a fault with its figures in their places. */
export const faultText = (text: string, figures: Figures = {}): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => String(figures[name] ?? place))

/** The figures of a fault, if it has any. */
export const figuresOf = (fault: object): Figures => ('figures' in fault ? (fault.figures as Figures) : {})

export const fileFaultText = (texts: Readonly<Record<string, string>>, fault: { readonly code: string }): string =>
  faultText(texts[fault.code] ?? '', figuresOf(fault))
