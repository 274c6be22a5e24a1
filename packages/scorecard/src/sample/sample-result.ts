export const SAMPLE_RESULTS = ['agrees', 'differs', 'document-missing'] as const

export type SampleResult = (typeof SAMPLE_RESULTS)[number]
