export const MARGINS = ['tripType', 'channel', 'region', 'language'] as const
export type Margin = (typeof MARGINS)[number]

/** One category of each margin. */
export type Categories = Readonly<Record<Margin, string>>
