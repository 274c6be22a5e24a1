export type { Item, Questionnaire, Scale } from './questionnaire.ts'
export type { Funnel, Wave, WaveStatus } from './wave.ts'
