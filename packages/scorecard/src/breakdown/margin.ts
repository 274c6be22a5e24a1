/** The coarse categories by which travelers are grouped and answers counted. */
export const MARGINS = ['tripType', 'channel', 'region', 'language'] as const

export type Margin = (typeof MARGINS)[number]

export const isMargin = (name: string): name is Margin => MARGINS.some((margin) => margin === name)
