/** What travelers are grouped by: the coarse categories that answers are counted in. */
export const MARGINS = ['tripType', 'channel', 'region', 'language'] as const

export type Margin = (typeof MARGINS)[number]

export const isMargin = (name: string): name is Margin => MARGINS.some((margin) => margin === name)
